import type { ContactCard } from "../../shared/wire.ts";
import { linkOf, mailOf, numberOf } from "./vcard.ts";

/** The ways to reach somebody, each to tap. */
export function Ways({ card: { email, phone, link } }: { card: ContactCard }) {
  return (
    <ul class="matches" dir="ltr">
      {email && <li><a class="button wide" href={mailOf(email)}>{parted(email)}</a></li>}
      {phone && <li><a class="button wide" href={`tel:${numberOf(phone).replace(/[^\d+]/g, "")}`}>{phone}</a></li>}
      {link && linkOf(link) && <li><a class="button wide" href={linkOf(link)} target="_blank" rel="noopener noreferrer">{parted(link.replace(/^https?:\/\//, ""))}</a></li>}
    </ul>
  );
}

/** An address breaks where its parts meet, when it must. */
function parted(address: string) {
  return <span>{address.split(/(?=[@.])/).flatMap((part) => [<wbr />, part])}</span>;
}
