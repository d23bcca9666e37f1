package dev.quotetocash.xero;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The zone of an organisation's calendar. Xero names zones as Windows does, in capitals without blanks and
/// signs: `UTC02` is two hours behind. The rows are all the names of Xero's OpenAPI document.
final class OrganisationZone {

    private static final Map<String, ZoneId> ZONES = """
            AFGHANISTANSTANDARDTIME Asia/Kabul
            ALASKANSTANDARDTIME America/Anchorage
            ALEUTIANSTANDARDTIME America/Adak
            ALTAISTANDARDTIME Asia/Barnaul
            ARABIANSTANDARDTIME Asia/Dubai
            ARABICSTANDARDTIME Asia/Baghdad
            ARABSTANDARDTIME Asia/Riyadh
            ARGENTINASTANDARDTIME America/Argentina/Buenos_Aires
            ASTRAKHANSTANDARDTIME Europe/Astrakhan
            ATLANTICSTANDARDTIME America/Halifax
            AUSCENTRALSTANDARDTIME Australia/Darwin
            AUSCENTRALWSTANDARDTIME Australia/Eucla
            AUSEASTERNSTANDARDTIME Australia/Sydney
            AZERBAIJANSTANDARDTIME Asia/Baku
            AZORESSTANDARDTIME Atlantic/Azores
            BAHIASTANDARDTIME America/Bahia
            BANGLADESHSTANDARDTIME Asia/Dhaka
            BELARUSSTANDARDTIME Europe/Minsk
            BOUGAINVILLESTANDARDTIME Pacific/Bougainville
            CANADACENTRALSTANDARDTIME America/Regina
            CAPEVERDESTANDARDTIME Atlantic/Cape_Verde
            CAUCASUSSTANDARDTIME Asia/Yerevan
            CENAUSTRALIASTANDARDTIME Australia/Adelaide
            CENTRALAMERICASTANDARDTIME America/Guatemala
            CENTRALASIASTANDARDTIME Asia/Bishkek
            CENTRALBRAZILIANSTANDARDTIME America/Cuiaba
            CENTRALEUROPEANSTANDARDTIME Europe/Warsaw
            CENTRALEUROPESTANDARDTIME Europe/Budapest
            CENTRALPACIFICSTANDARDTIME Pacific/Guadalcanal
            CENTRALSTANDARDTIME America/Chicago
            CENTRALSTANDARDTIME(MEXICO) America/Mexico_City
            CHATHAMISLANDSSTANDARDTIME Pacific/Chatham
            CHINASTANDARDTIME Asia/Shanghai
            CUBASTANDARDTIME America/Havana
            DATELINESTANDARDTIME Etc/GMT+12
            EAFRICASTANDARDTIME Africa/Nairobi
            EASTERISLANDSTANDARDTIME Pacific/Easter
            EASTERNSTANDARDTIME America/New_York
            EASTERNSTANDARDTIME(MEXICO) America/Cancun
            EAUSTRALIASTANDARDTIME Australia/Brisbane
            EEUROPESTANDARDTIME Europe/Chisinau
            EGYPTSTANDARDTIME Africa/Cairo
            EKATERINBURGSTANDARDTIME Asia/Yekaterinburg
            ESOUTHAMERICASTANDARDTIME America/Sao_Paulo
            FIJISTANDARDTIME Pacific/Fiji
            FLESTANDARDTIME Europe/Kiev
            GEORGIANSTANDARDTIME Asia/Tbilisi
            GMTSTANDARDTIME Europe/London
            GREENLANDSTANDARDTIME America/Godthab
            GREENWICHSTANDARDTIME Atlantic/Reykjavik
            GTBSTANDARDTIME Europe/Bucharest
            HAITISTANDARDTIME America/Port-au-Prince
            HAWAIIANSTANDARDTIME Pacific/Honolulu
            INDIASTANDARDTIME Asia/Kolkata
            IRANSTANDARDTIME Asia/Tehran
            ISRAELSTANDARDTIME Asia/Jerusalem
            JORDANSTANDARDTIME Asia/Amman
            KALININGRADSTANDARDTIME Europe/Kaliningrad
            KAMCHATKASTANDARDTIME Asia/Kamchatka
            KOREASTANDARDTIME Asia/Seoul
            LIBYASTANDARDTIME Africa/Tripoli
            LINEISLANDSSTANDARDTIME Pacific/Kiritimati
            LORDHOWESTANDARDTIME Australia/Lord_Howe
            MAGADANSTANDARDTIME Asia/Magadan
            MAGALLANESSTANDARDTIME America/Punta_Arenas
            MARQUESASSTANDARDTIME Pacific/Marquesas
            MAURITIUSSTANDARDTIME Indian/Mauritius
            MIDATLANTICSTANDARDTIME Etc/GMT+2
            MIDDLEEASTSTANDARDTIME Asia/Beirut
            MONTEVIDEOSTANDARDTIME America/Montevideo
            MOROCCOSTANDARDTIME Africa/Casablanca
            MOUNTAINSTANDARDTIME America/Denver
            MOUNTAINSTANDARDTIME(MEXICO) America/Mazatlan
            MYANMARSTANDARDTIME Asia/Yangon
            NAMIBIASTANDARDTIME Africa/Windhoek
            NCENTRALASIASTANDARDTIME Asia/Novosibirsk
            NEPALSTANDARDTIME Asia/Kathmandu
            NEWFOUNDLANDSTANDARDTIME America/St_Johns
            NEWZEALANDSTANDARDTIME Pacific/Auckland
            NORFOLKSTANDARDTIME Pacific/Norfolk
            NORTHASIAEASTSTANDARDTIME Asia/Irkutsk
            NORTHASIASTANDARDTIME Asia/Krasnoyarsk
            NORTHKOREASTANDARDTIME Asia/Pyongyang
            OMSKSTANDARDTIME Asia/Omsk
            PACIFICSASTANDARDTIME America/Santiago
            PACIFICSTANDARDTIME America/Los_Angeles
            PACIFICSTANDARDTIME(MEXICO) America/Tijuana
            PAKISTANSTANDARDTIME Asia/Karachi
            PARAGUAYSTANDARDTIME America/Asuncion
            QYZYLORDASTANDARDTIME Asia/Qyzylorda
            ROMANCESTANDARDTIME Europe/Paris
            RUSSIANSTANDARDTIME Europe/Moscow
            RUSSIATIMEZONE10 Asia/Srednekolymsk
            RUSSIATIMEZONE11 Asia/Kamchatka
            RUSSIATIMEZONE3 Europe/Samara
            SAEASTERNSTANDARDTIME America/Cayenne
            SAINTPIERRESTANDARDTIME America/Miquelon
            SAKHALINSTANDARDTIME Asia/Sakhalin
            SAMOASTANDARDTIME Pacific/Apia
            SAOTOMESTANDARDTIME Africa/Sao_Tome
            SAPACIFICSTANDARDTIME America/Bogota
            SARATOVSTANDARDTIME Europe/Saratov
            SAWESTERNSTANDARDTIME America/La_Paz
            SEASIASTANDARDTIME Asia/Bangkok
            SINGAPORESTANDARDTIME Asia/Singapore
            SOUTHAFRICASTANDARDTIME Africa/Johannesburg
            SOUTHSUDANSTANDARDTIME Africa/Juba
            SRILANKASTANDARDTIME Asia/Colombo
            SUDANSTANDARDTIME Africa/Khartoum
            SYRIASTANDARDTIME Asia/Damascus
            TAIPEISTANDARDTIME Asia/Taipei
            TASMANIASTANDARDTIME Australia/Hobart
            TOCANTINSSTANDARDTIME America/Araguaina
            TOKYOSTANDARDTIME Asia/Tokyo
            TOMSKSTANDARDTIME Asia/Tomsk
            TONGASTANDARDTIME Pacific/Tongatapu
            TRANSBAIKALSTANDARDTIME Asia/Chita
            TURKEYSTANDARDTIME Europe/Istanbul
            TURKSANDCAICOSSTANDARDTIME America/Grand_Turk
            ULAANBAATARSTANDARDTIME Asia/Ulaanbaatar
            USEASTERNSTANDARDTIME America/Indiana/Indianapolis
            USMOUNTAINSTANDARDTIME America/Phoenix
            UTC UTC
            UTC+12 Etc/GMT-12
            UTC+13 Etc/GMT-13
            UTC02 Etc/GMT+2
            UTC08 Etc/GMT+8
            UTC09 Etc/GMT+9
            UTC11 Etc/GMT+11
            VENEZUELASTANDARDTIME America/Caracas
            VLADIVOSTOKSTANDARDTIME Asia/Vladivostok
            VOLGOGRADSTANDARDTIME Europe/Volgograd
            WAUSTRALIASTANDARDTIME Australia/Perth
            WCENTRALAFRICASTANDARDTIME Africa/Lagos
            WESTASIASTANDARDTIME Asia/Tashkent
            WESTBANKSTANDARDTIME Asia/Hebron
            WESTPACIFICSTANDARDTIME Pacific/Port_Moresby
            WEUROPESTANDARDTIME Europe/Berlin
            WMONGOLIASTANDARDTIME Asia/Hovd
            YAKUTSKSTANDARDTIME Asia/Yakutsk
            YUKONSTANDARDTIME America/Whitehorse
            """.lines()
            .map(row -> row.split(" "))
            .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> ZoneId.of(row[1])));

    private OrganisationZone() {}

    /// Fails with an [IllegalStateException] that says what to do: a wrong date on an invoice is worse than
    /// none.
    static ZoneId of(String timezone) {
        return Optional.ofNullable(ZONES.get(timezone.replace(" ", "").toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> new IllegalStateException("the Xero organisation's time zone '" + timezone
                        + "' is not known; set ORGANISATION_TIME_ZONE to its IANA name, such as Europe/London"));
    }
}
