// What JavaScript adds to every page. Nothing here is needed: each part only makes a working page kinder.
import { focusErrors } from "./errors.js";
import { submitOnce } from "./once.js";
import { suggestPlaces } from "./places.js";
import { showNeeded } from "./needed.js";
import { showPasswords } from "./passwords.js";
import { unveil } from "./unveil.js";
import { warnOfExpiry } from "./expiry.js";

focusErrors(document);
submitOnce(document);
showNeeded(document);
suggestPlaces(document);
showPasswords(document);
warnOfExpiry(document);
unveil(document);
