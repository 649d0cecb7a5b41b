package org.hearthkey.core.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearthkey.core.device.Device;
import org.hearthkey.core.device.DeviceListing;
import org.hearthkey.core.device.DeviceListing.Elsewhere;
import org.hearthkey.core.device.DeviceQuery;
import org.hearthkey.core.device.DeviceState;
import org.hearthkey.core.device.SetupCodeRecords;
import org.hearthkey.core.device.WaitingCode;
import org.hearthkey.core.device.WaitingDevice;
import org.hearthkey.core.name.DeviceName;
import org.hearthkey.core.retire.Account;
import org.hearthkey.core.sale.PackedDevice;
import org.hearthkey.core.sale.PackedZone;
import org.hearthkey.core.store.Books;

/// What the house holds for its buyer. Whose anything is stays here: owners are left out, and so is what names one of them.
final class HouseInventory {
    private static final int PAGE = 200;

    private final Books books;
    private final List<Item> items = new ArrayList<>();
    private final List<Pattern> people = new ArrayList<>();
    private long leftOut;

    private HouseInventory(Books books) {
        this.books = books;
    }

    /// A device on the list.
    ///
    /// @param code opens its code, when its turn comes
    private record Item(
            DeviceListing listing, boolean hasCode, boolean hasPhoto, Supplier<Optional<WaitingCode>> code) {}

    static HouseInventory of(Books books, Instant now) {
        var inventory = new HouseInventory(books);
        var devices = devices(books, now);
        devices.stream()
                .map(device -> device.particulars().owner())
                .filter(owner -> !owner.isEmpty())
                .distinct()
                .map(Forgetting::asWords)
                .forEach(inventory.people::add);
        devices.forEach(device -> inventory.add(device, now));
        books.waiting().all().forEach(inventory::add);
        return inventory;
    }

    private static List<Device> devices(Books books, Instant now) {
        var all = new ArrayList<Device>();
        var query = DeviceQuery.all(now);
        for (long from = 0; from < books.devices().count(query); from += PAGE) {
            all.addAll(books.devices().page(query, from, PAGE));
        }
        return all;
    }

    private void add(Device device, Instant now) {
        var state = device.stateAt(now);
        if (device.leaving().isPresent() || state == DeviceState.REVOKED || state == DeviceState.RETIRED) {
            leftOut++;
            return;
        }
        var kept = books.setupCodes().find(device.id());
        items.add(new Item(
                listing(device),
                kept.isPresent(),
                kept.filter(SetupCodeRecords.Kept::hasPhoto).isPresent(),
                () -> kept.map(code -> new WaitingCode(
                        code.kind(),
                        books.setupCodes().open(device.id()),
                        books.setupCodes().openPhoto(device.id())))));
    }

    /// A house may be sold before all of its devices were set up again.
    private void add(WaitingDevice waiting) {
        if (items.stream()
                .noneMatch(
                        item -> item.listing().name().equals(waiting.listing().name()))) {
            items.add(new Item(
                    waiting.listing(),
                    waiting.kind().isPresent(),
                    waiting.hasPhoto(),
                    () -> waiting.kind()
                            .map(kind -> new WaitingCode(
                                    kind,
                                    books.waiting().openCode(waiting),
                                    books.waiting().openPhoto(waiting)))));
        }
    }

    private DeviceListing listing(Device device) {
        return new DeviceListing(
                device.name(),
                impersonal(device.particulars().type()),
                impersonal(device.particulars().location()),
                device.zone(),
                device.address(),
                device.certified().map(certified -> certified.notAfter()),
                books.retirements().accounts(device.id()).stream()
                        .filter(account -> account.removed().isEmpty())
                        .limit(DeviceListing.MOST_ACCOUNTS)
                        .map(this::elsewhere)
                        .toList());
    }

    private Elsewhere elsewhere(Account account) {
        return new Elsewhere(
                account.sort().code(), Optional.of(account.name()).filter(name -> !namesSomebody(name.text())));
    }

    private String impersonal(String text) {
        return namesSomebody(text) ? "" : text;
    }

    private boolean namesSomebody(String text) {
        return people.stream().anyMatch(person -> person.matcher(text).find());
    }

    PackingList list() {
        return new PackingList(
                zones(),
                items.stream().map(Item::listing).toList(),
                names(items.stream().filter(item -> !item.hasCode())),
                items.stream().filter(Item::hasPhoto).count(),
                names(items.stream()
                        .filter(item -> namesSomebody(item.listing().name().text()))),
                leftOut);
    }

    private static List<DeviceName> names(Stream<Item> items) {
        return items.map(item -> item.listing().name()).toList();
    }

    /// The devices with their codes, each opened when it is asked for.
    Iterator<PackedDevice> packed() {
        return items.stream()
                .map(item -> new PackedDevice(item.listing(), item.code().get()))
                .iterator();
    }

    private List<PackedZone> zones() {
        return books.issuers().zones().stream()
                .map(zone -> new PackedZone(zone.name(), books.zoneRules().rules(zone.name())))
                .toList();
    }
}
