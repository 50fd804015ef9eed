/** One data set of the catalogue: what one commune, or all of them, made public of one section. */
export interface CatalogDataset {
  /** An address that stays. */
  readonly identifier: string;
  /** The page for people. */
  readonly landingPage: string;
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly modified: string;
  readonly publisher: string;
  readonly contact: { readonly name: string; readonly email: string | null };
  readonly spatial: string;
  readonly files: readonly CatalogFile[];
}

export interface CatalogFile {
  readonly title: string;
  readonly url: string;
  readonly mediaType: string;
  readonly format: string;
  /** Where its shape is described, with the media type of that. */
  readonly describedBy?: string;
}

export interface Catalog {
  readonly url: string;
  readonly licence: string;
  readonly datasets: readonly CatalogDataset[];
}

const CONFORMS_TO = 'https://project-open-data.cio.gov/v1.1/schema';

/**
 * The catalogue as JSON-LD of the Project Open Data Metadata Schema 1.1 (DCAT-US 1.1), the profile of W3C DCAT whose place is
 * `/data.json`, so that harvesters find it without being told. Its two fields for offices of the United States are left out.
 */
export function dcatCatalog(catalog: Catalog): object {
  return {
    '@context': `${CONFORMS_TO}/catalog.jsonld`,
    '@id': catalog.url,
    '@type': 'dcat:Catalog',
    conformsTo: CONFORMS_TO,
    describedBy: `${CONFORMS_TO}/catalog.json`,
    dataset: catalog.datasets.map((one) => dataset(one, catalog.licence)),
  };
}

function dataset(one: CatalogDataset, licence: string): object {
  return {
    '@type': 'dcat:Dataset',
    identifier: one.identifier,
    title: one.title,
    description: one.description,
    keyword: one.keywords,
    modified: one.modified,
    accessLevel: 'public',
    license: licence,
    language: ['vi'],
    spatial: one.spatial,
    landingPage: one.landingPage,
    publisher: { '@type': 'org:Organization', name: one.publisher },
    contactPoint: {
      '@type': 'vcard:Contact',
      fn: one.contact.name,
      ...(one.contact.email === null ? {} : { hasEmail: `mailto:${one.contact.email}` }),
    },
    distribution: one.files.map((file) => ({
      '@type': 'dcat:Distribution',
      title: file.title,
      downloadURL: file.url,
      mediaType: file.mediaType,
      format: file.format,
      ...(file.describedBy === undefined
        ? {}
        : { describedBy: file.describedBy, describedByType: 'application/schema+json' }),
    })),
  };
}
