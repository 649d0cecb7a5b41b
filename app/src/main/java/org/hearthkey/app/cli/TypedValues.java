package org.hearthkey.app.cli;

import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.hearthkey.app.label.Expected;
import org.hearthkey.app.print.Paper;
import org.hearthkey.core.attest.AnchorUse;
import org.hearthkey.core.attest.Grade;
import org.hearthkey.core.attest.MatterRole;
import org.hearthkey.core.authority.ParallelKind;
import org.hearthkey.core.authority.Role;
import org.hearthkey.core.certificate.Reason;
import org.hearthkey.core.certificate.SerialNumber;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.device.ZoneRules;
import org.hearthkey.core.key.Fingerprint;
import org.hearthkey.core.key.KeyProfile;
import org.hearthkey.core.name.AccountName;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.name.DnsName;
import org.hearthkey.core.name.HomeName;
import org.hearthkey.core.name.HubName;
import org.hearthkey.core.name.SlotName;
import org.hearthkey.core.name.ZoneName;
import org.hearthkey.core.probe.ListenerAddress;
import org.hearthkey.core.recovery.SharePlan;
import org.hearthkey.core.retire.Account;
import org.hearthkey.core.retire.Step;
import org.hearthkey.core.scan.CodeReader;
import org.hearthkey.core.token.TokenUri;
import org.hearthkey.core.transport.HostKey;
import org.hearthkey.core.transport.HubAddress;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What may be typed for each kind of value, and what is said of anything else.
final class TypedValues {
    private static final String TOKEN =
            "a token's name looks like pkcs11:token=Maple;object=root, and a PIN never stands in it";
    private static final String HUB = "an address looks like sftp://user@hub.home.arpa/folder,"
            + " https://hub.home.arpa/path, mqtts://hub.home.arpa or file:///folder, and a password never stands in it";

    private TypedValues() {}

    /// Teaches `line` and all commands below it.
    static void teach(CommandLine line) {
        line.registerConverter(
                HomeName.class, typed(HomeName::parse, "a home's name is 1 to 64 characters in one line"));
        line.registerConverter(
                DeviceName.class,
                typed(DeviceName::parse, "a device's name is 1 to 64 characters in one line, without / and \\"));
        line.registerConverter(
                ZoneName.class,
                typed(ZoneName::parse, "a zone is 1 to 30 letters a to z, digits and inner hyphens, such as lighting"));
        line.registerConverter(
                SlotName.class, typed(SlotName::parse, "a slot's name is 1 to 64 characters in one line"));
        line.registerConverter(
                AccountName.class, typed(AccountName::parse, "an account's name is 1 to 64 characters in one line"));
        line.registerConverter(
                Account.Sort.class, typed(Account.Sort::parse, "a sort is vendor-cloud or access-token"));
        line.registerConverter(Step.class, typed(Step::parse, "a step is hub, accounts or factory-reset"));
        line.registerConverter(Role.class, typed(TypedValues::role, "a zone, services or root"));
        line.registerConverter(DnsName.class, typed(DnsName::parse, "a DNS name looks like hub.home.arpa"));
        line.registerConverter(
                HubName.class,
                typed(HubName::parse, "a hub's name is 1 to 30 letters a to z, digits and inner hyphens"));
        line.registerConverter(HubAddress.class, typed(HubAddress::parse, HUB));
        line.registerConverter(
                HostKey.class, typed(HostKey::parse, "a host key looks like SHA256: and 43 letters and digits"));
        line.registerConverter(
                ListenerAddress.class,
                typed(
                        ListenerAddress::parse,
                        "a listener is mqtts://host, https://host/path or eap-tls://host, with :port where it is"
                                + " another"));
        line.registerConverter(
                InetAddress.class, typed(TypedValues::address, "an address looks like 192.168.1.2 or fd00::2"));
        line.registerConverter(
                SerialNumber.class, typed(SerialNumber::parse, "a serial number is 32 lower-case hex digits"));
        line.registerConverter(
                Reason.class, typed(Reason::parse, "a reason is a name of RFC 5280, such as keyCompromise"));
        line.registerConverter(
                DeviceState.class,
                typed(
                        DeviceState::parse,
                        "a state is trusted, approved-not-seen, lapsed, ends-soon, ended, revoked or retired"));
        line.registerConverter(
                Fingerprint.class, typed(Fingerprint::parse, "a fingerprint is 64 lower-case hex digits"));
        line.registerConverter(AnchorUse.class, typed(AnchorUse::parse, "a use is paa, cd-signer or maker"));
        line.registerConverter(
                MatterRole.class, typed(MatterRole::parse, "a role is rcac, icac, noc, paa, pai or dac"));
        line.registerConverter(
                Instant.class, typed(TypedValues::instant, "an instant looks like 2026-11-22T09:00:00Z"));
        line.registerConverter(TokenUri.class, typed(TokenUri::parse, TOKEN));
        line.registerConverter(RootChoice.class, typed(RootChoice::parse, "software, or " + TOKEN));
        line.registerConverter(
                Expected.class, typed(Expected::parse, "a kind is one of " + String.join(", ", CodeReader.kinds())));
        line.registerConverter(ConfirmBy.class, typed(ConfirmBy::parse, "a confirmation is presence or digits"));
        line.registerConverter(
                ZoneRules.SetUp.class, typed(ZoneRules.SetUp::parse, "devices are set up at-once or with a fresh-key"));
        line.registerConverter(
                ZoneRules.Pairing.class, typed(ZoneRules.Pairing::parse, "devices join any-time or in-window"));
        line.registerConverter(
                KeyProfile.class, typed(KeyProfile::parse, "a kind of key is root-p384 or p256, for example"));
        line.registerConverter(
                ParallelKind.class, typed(ParallelKind::parse, "an algorithm is ml-dsa-65 or slh-dsa-sha2-128s"));
        line.registerConverter(Grade.class, typed(Grade::parse, "an attestation is none, claimed or attested"));
        line.registerConverter(Paper.class, typed(Paper::parse, "a size of paper is a4 or letter"));
        line.registerConverter(
                SharePlan.Group.class,
                typed(
                        SharePlan.Group::parse,
                        "a group of sheets looks like 2/3 or The family=2/3, or 1/1 for one sheet"));
        line.registerConverter(Days.class, typed(Days::parse, "a time looks like 30d or 2w"));
    }

    private static <T> ITypeConverter<T> typed(Function<String, Optional<T>> parse, String wanted) {
        return text -> parse.apply(text).orElseThrow(() -> new TypeConversionException(wanted));
    }

    private static Optional<Role> role(String typed) {
        return switch (typed) {
            case "root" -> Optional.of(new Role.Root());
            case "services" -> Optional.of(new Role.Services());
            default -> ZoneName.parse(typed).map(Role.Zone::new);
        };
    }

    /// Asks no name service: a literal or nothing.
    private static Optional<InetAddress> address(String typed) {
        try {
            return Optional.of(InetAddress.ofLiteral(typed));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String typed) {
        try {
            return Optional.of(Instant.parse(typed));
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }
}
