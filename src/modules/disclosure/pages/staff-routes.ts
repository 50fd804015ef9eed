import type { Route } from '../../../kernel/http/route.ts';
import { drop, form, save } from './content/form.ts';
import { decide, guard } from './content/guard.ts';
import { publish, review } from './content/publish.ts';
import { preview, template, useSheet } from './content/sheet.ts';
import { answer, citizenPhoto, exempt, nil, publishedFile, takeBack, withdraw } from './item/acts.ts';
import { item } from './item/page.ts';
import { sheetFile } from './item/sheet-file.ts';
import { versions } from './item/versions.ts';
import { open, openForm } from './list/open.ts';
import { list } from './list/page.ts';
import { phoneList } from './phone/list.ts';
import { phoneOne } from './phone/one.ts';
import { phoneSend } from './phone/send.ts';
import { add, addForm, change, changeForm, close } from './places/edit.ts';
import { label } from './places/label.ts';
import { places } from './places/list.ts';
import { broadcast, prove, remove } from './posting/acts.ts';
import { postingOne, proofFile } from './posting/one.ts';
import { postForm, record } from './posting/post.ts';

/** The pages of a unit's office and of a village head's phone. */
export const staffRoutes: readonly Route[] = [
  list,
  openForm,
  open,
  item,
  versions,
  sheetFile,
  publishedFile,
  citizenPhoto,
  withdraw,
  nil,
  exempt,
  takeBack,
  answer,
  template,
  form,
  save,
  drop,
  preview,
  useSheet,
  guard,
  decide,
  review,
  publish,
  postForm,
  record,
  postingOne,
  proofFile,
  prove,
  broadcast,
  remove,
  places,
  addForm,
  add,
  changeForm,
  change,
  close,
  label,
  phoneList,
  phoneOne,
  phoneSend,
];
