package dev.quotetocash.sandbox.xero;

import java.time.ZoneId;

/// Where an organisation is at home, which settles its currency, time zone and tax rates (reference section
/// 6.3).
public enum Region {
    AU("AU", "AU", "AUD", "Australia/Sydney", "AUSEASTERNSTANDARDTIME", "30-06"),
    NZ("NZ", "NZ", "NZD", "Pacific/Auckland", "NEWZEALANDSTANDARDTIME", "31-03"),
    UK("UK", "GB", "GBP", "Europe/London", "GMTSTANDARDTIME", "31-03"),
    US("US", "US", "USD", "America/New_York", "EASTERNSTANDARDTIME", "31-12"),
    SG("GLOBAL", "SG", "SGD", "Asia/Singapore", "SINGAPORESTANDARDTIME", "31-12");

    private final String version;
    private final String country;
    private final String currency;
    private final ZoneId zone;
    private final String timezone;
    private final String yearEnd;

    Region(String version, String country, String currency, String zone, String timezone, String yearEnd) {
        this.version = version;
        this.country = country;
        this.currency = currency;
        this.zone = ZoneId.of(zone);
        this.timezone = timezone;
        this.yearEnd = yearEnd;
    }

    String version() {
        return version;
    }

    String country() {
        return country;
    }

    String currency() {
        return currency;
    }

    ZoneId zone() {
        return zone;
    }

    /// Xero's own spelling of the time zone.
    String timezone() {
        return timezone;
    }

    int yearEndDay() {
        return Integer.parseInt(yearEnd.substring(0, 2));
    }

    int yearEndMonth() {
        return Integer.parseInt(yearEnd.substring(3));
    }
}
