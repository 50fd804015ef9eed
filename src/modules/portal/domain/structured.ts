import type { CalendarDate } from '../../../kernel/dates.ts';

/** Descriptions in the words of schema.org, for search engines. They say only what the page itself says. */
export type Structured = Readonly<Record<string, unknown>>;

const CONTEXT = 'https://schema.org';

export interface PublishedContact {
  readonly headTitle: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

interface Organization {
  readonly name: string;
  readonly url: string;
}

const organization = ({ name, url }: Organization): Structured => ({
  '@type': 'GovernmentOrganization',
  '@id': url,
  name,
  url,
});

/** A commune with what it published of how to reach it. */
export function governmentOrganization(
  unit: Organization & { readonly parentName: string | null; readonly contact: PublishedContact | null },
): Structured {
  const { contact } = unit;
  return {
    '@context': CONTEXT,
    ...organization(unit),
    ...(unit.parentName === null
      ? {}
      : { parentOrganization: { '@type': 'GovernmentOrganization', name: unit.parentName } }),
    ...(contact === null
      ? {}
      : {
          contactPoint: {
            '@type': 'ContactPoint',
            ...(contact.headTitle === null ? {} : { contactType: contact.headTitle }),
            ...(contact.phone === null ? {} : { telephone: contact.phone }),
            ...(contact.email === null ? {} : { email: contact.email }),
            availableLanguage: 'vi',
          },
        }),
  };
}

export interface DescribedDataset {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly publishedOn: CalendarDate;
  readonly updatedAt: Date;
  readonly licence: string;
  readonly unit: Organization;
  readonly files: readonly { readonly url: string; readonly mediaType: string }[];
}

/** An item as data that can be taken along. */
export function datasetOf(item: DescribedDataset): Structured {
  return {
    '@context': CONTEXT,
    '@type': 'Dataset',
    '@id': item.url,
    identifier: `urn:uuid:${item.id}`,
    name: item.title,
    description: item.summary,
    url: item.url,
    datePublished: item.publishedOn,
    dateModified: item.updatedAt.toISOString(),
    inLanguage: 'vi',
    isAccessibleForFree: true,
    license: item.licence,
    creator: organization(item.unit),
    distribution: item.files.map((file) => ({
      '@type': 'DataDownload',
      contentUrl: file.url,
      encodingFormat: file.mediaType,
    })),
  };
}

export interface DescribedEvent {
  readonly name: string;
  readonly url: string;
  readonly on: CalendarDate;
  /** `07:30`, in Vietnam. */
  readonly from: string | null;
  readonly until: string | null;
  readonly place: string;
  readonly unit: Organization;
}

/** A day on which citizens are received. */
export function eventOf(event: DescribedEvent): Structured {
  const at = (time: string): string => `${event.on}T${time}:00+07:00`;
  return {
    '@context': CONTEXT,
    '@type': 'Event',
    name: event.name,
    url: event.url,
    startDate: event.from === null ? event.on : at(event.from),
    ...(event.until === null ? {} : { endDate: at(event.until) }),
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    isAccessibleForFree: true,
    location: { '@type': 'Place', name: event.place, address: event.place },
    organizer: organization(event.unit),
  };
}
