import { ensure } from '../../../kernel/errors.ts';
import type { FileStore } from '../../../kernel/files.ts';
import type { Answer } from '../../../kernel/http/route.ts';
import { PICTURE_MEDIA_TYPE } from '../../../kernel/pictures.ts';
import type { Evidence } from '../domain/evidence.ts';
import { evidenceErrors } from '../errors.ts';

/** Bytes never change under a record's address; another session (another cookie) asks again. */
const KEPT = { 'cache-control': 'private, max-age=86400', vary: 'cookie' };

/**
 * The bytes of a record for a browser: a picture is shown in place, anything else is downloaded under its name. The
 * subject's owner has checked that this person may see the record. Throws `evidence.not_found` when it holds no file.
 */
export async function evidenceFile(
  files: FileStore,
  record: Evidence,
  size: 'whole' | 'thumbnail',
): Promise<Answer> {
  const { file } = record;
  const hash = size === 'whole' ? file?.hash : file?.picture?.thumbnailHash;
  ensure(file && hash, evidenceErrors.not_found);
  const body = await files.read(hash);
  const mediaType = size === 'whole' ? file.mediaType : PICTURE_MEDIA_TYPE;
  const inline = file.picture !== null;
  return { kind: 'file', body, mediaType, fileName: file.name, inline, headers: KEPT };
}
