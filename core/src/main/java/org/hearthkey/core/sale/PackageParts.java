package org.hearthkey.core.sale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.device.DeviceListing;
import org.hearthkey.core.device.DeviceListing.Elsewhere;
import org.hearthkey.core.device.WaitingCode;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.name.AccountName;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.HomeId;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.seal.CborArray;
import org.hearthkey.core.seal.MalformedArrayException;
import org.hearthkey.core.secret.SecretBytes;
import org.jspecify.annotations.Nullable;

/// What is in the boxes of a package: one array a box. Reading is strict; whatever is not as we write it is refused.
final class PackageParts {
    private static final String HOUSE = "house";
    private static final String ZONE = "zone";
    private static final String DEVICE = "device";
    private static final int LONGEST_KIND = 64;
    /// As many letters as the largest QR code holds, in UTF-8.
    static final int MOST_CODE_BYTES = 4 * 4296;
    /// As large as a home keeps them.
    static final int MOST_PHOTO_BYTES = 56 * 1024;

    private PackageParts() {}

    static byte[] house(HouseFacts facts) {
        return CborArray.of(
                HOUSE,
                facts.name().text(),
                facts.home().text(),
                facts.root().bytes(),
                facts.made().getEpochSecond(),
                facts.proof().bytes(),
                facts.zones().size(),
                facts.devices());
    }

    static byte[] zone(PackedZone zone) {
        return CborArray.of(
                ZONE,
                zone.name().text(),
                zone.rules().setUp().code(),
                zone.rules().pairing().code(),
                zone.rules().attestation().code());
    }

    static byte[] device(PackedDevice device) {
        var listing = device.listing();
        var accounts = listing.accounts().stream()
                .<Object>map(account -> List.of(
                        account.sort(), account.name().map(AccountName::text).orElse("")))
                .toList();
        var fields = new ArrayList<@Nullable Object>(Arrays.asList(
                DEVICE,
                listing.name().text(),
                listing.type(),
                listing.location(),
                listing.zone().text(),
                listing.address().text(),
                listing.ends().map(Instant::getEpochSecond).orElse(null),
                accounts));
        if (device.code().isEmpty()) {
            fields.addAll(Arrays.asList(null, null, null));
            return CborArray.encode(fields);
        }
        var code = device.code().get();
        fields.add(code.kind());
        return code.text().use(text -> {
            fields.add(text);
            return code.photo()
                    .map(photo -> photo.use(picture -> with(fields, picture)))
                    .orElseGet(() -> with(fields, null));
        });
    }

    private static byte[] with(List<@Nullable Object> fields, byte @Nullable [] picture) {
        fields.add(picture);
        return CborArray.encode(fields);
    }

    /// The facts without zones, which follow.
    static HouseHead readHouse(byte[] plain) throws MalformedArrayException {
        var fields = CborArray.decode(plain);
        try {
            if (fields.size() == 8
                    && HOUSE.equals(fields.get(0))
                    && fields.get(1) instanceof String name
                    && fields.get(2) instanceof String home
                    && fields.get(3) instanceof byte[] root
                    && fields.get(4) instanceof Long made
                    && fields.get(5) instanceof byte[] proof
                    && fields.get(6) instanceof Long zones
                    && fields.get(7) instanceof Long devices) {
                return new HouseHead(
                        new HomeName(name),
                        new HomeId(home),
                        Fingerprint.ofDigest(root),
                        instant(made),
                        new HouseFacts.OpeningProof(proof),
                        within(zones, HouseFacts.MOST_ZONES),
                        within(devices, HouseFacts.MOST_DEVICES));
            }
        } catch (IllegalArgumentException notOurs) {
            throw new MalformedArrayException("The house of a package: " + notOurs.getMessage());
        }
        throw new MalformedArrayException("Not the house of a package");
    }

    static PackedZone readZone(byte[] plain) throws MalformedArrayException {
        var fields = CborArray.decode(plain);
        try {
            if (fields.size() == 5
                    && ZONE.equals(fields.get(0))
                    && fields.get(1) instanceof String name
                    && fields.get(2) instanceof String setUp
                    && fields.get(3) instanceof String pairing
                    && fields.get(4) instanceof String attestation) {
                return new PackedZone(
                        new ZoneName(name),
                        new ZoneRules(
                                known(ZoneRules.SetUp.parse(setUp)),
                                known(ZoneRules.Pairing.parse(pairing)),
                                known(Grade.parse(attestation))));
            }
        } catch (IllegalArgumentException notOurs) {
            throw new MalformedArrayException("A zone of a package: " + notOurs.getMessage());
        }
        throw new MalformedArrayException("Not a zone of a package");
    }

    /// Takes the code and the picture over; whatever of them is not used is overwritten.
    static PackedDevice readDevice(byte[] plain) throws MalformedArrayException {
        var fields = CborArray.decode(plain);
        var taken = false;
        try {
            if (fields.size() == 11
                    && DEVICE.equals(fields.get(0))
                    && fields.get(1) instanceof String name
                    && fields.get(2) instanceof String type
                    && fields.get(3) instanceof String location
                    && fields.get(4) instanceof String zone
                    && fields.get(5) instanceof String address
                    && fields.get(7) instanceof List<?> accounts) {
                var listing = new DeviceListing(
                        new DeviceName(name),
                        type,
                        location,
                        new ZoneName(zone),
                        new DnsName(address),
                        ends(fields.get(6)),
                        accounts(accounts));
                requireAsWritten(listing, type, location);
                var device = new PackedDevice(listing, code(fields.get(8), fields.get(9), fields.get(10)));
                taken = true;
                return device;
            }
        } catch (IllegalArgumentException notOurs) {
            throw new MalformedArrayException("A device of a package: " + notOurs.getMessage());
        } finally {
            if (!taken) {
                fields.forEach(PackageParts::forget);
            }
        }
        throw new MalformedArrayException("Not a device of a package");
    }

    private static void requireAsWritten(DeviceListing listing, String type, String location) {
        if (!listing.type().equals(type) || !listing.location().equals(location)) {
            throw new IllegalArgumentException("space around a type or a location");
        }
    }

    private static void forget(@Nullable Object field) {
        if (field instanceof byte[] secret) {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static Optional<Instant> ends(@Nullable Object field) {
        return switch (field) {
            case null -> Optional.empty();
            case Long at -> Optional.of(instant(at));
            default -> throw new IllegalArgumentException("an end that is no number");
        };
    }

    private static List<Elsewhere> accounts(List<?> fields) {
        return fields.stream()
                .map(field -> field instanceof List<?> account
                                && account.size() == 2
                                && account.get(0) instanceof String sort
                                && account.get(1) instanceof String name
                        ? elsewhere(sort, name)
                        : Optional.<Elsewhere>empty())
                .map(PackageParts::known)
                .toList();
    }

    private static Optional<Elsewhere> elsewhere(String sort, String name) {
        return isCode(sort)
                ? Optional.of(
                        new Elsewhere(sort, name.isEmpty() ? Optional.empty() : Optional.of(new AccountName(name))))
                : Optional.empty();
    }

    private static Optional<WaitingCode> code(@Nullable Object kind, @Nullable Object text, @Nullable Object photo) {
        if (kind == null && text == null && photo == null) {
            return Optional.empty();
        }
        if (kind instanceof String named
                && isCode(named)
                && text instanceof byte[] code
                && code.length > 0
                && code.length <= MOST_CODE_BYTES
                && (photo == null || (photo instanceof byte[] picture && picture.length <= MOST_PHOTO_BYTES))) {
            return Optional.of(new WaitingCode(
                    named,
                    SecretBytes.owning(code),
                    Optional.ofNullable((byte[]) photo).map(SecretBytes::owning)));
        }
        throw new IllegalArgumentException("a code that is none");
    }

    private static boolean isCode(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_KIND
                && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    private static int within(long number, int most) {
        if (number < 0 || number > most) {
            throw new IllegalArgumentException(number + " where at most " + most + " are allowed");
        }
        return (int) number;
    }

    /// Years 1970 to 9999, which every certificate can say.
    private static Instant instant(long second) {
        if (second < 0 || second > 253_402_300_799L) {
            throw new IllegalArgumentException("a time out of bounds");
        }
        return Instant.ofEpochSecond(second);
    }

    private static <T> T known(Optional<T> parsed) {
        return parsed.orElseThrow(() -> new IllegalArgumentException("a word that is not known"));
    }

    /// The facts as they stand in the first box.
    record HouseHead(
            HomeName name,
            HomeId home,
            Fingerprint root,
            Instant made,
            HouseFacts.OpeningProof proof,
            int zones,
            int devices) {
        HouseFacts with(List<PackedZone> named) {
            return new HouseFacts(name, home, root, made, proof, named, devices);
        }
    }
}
