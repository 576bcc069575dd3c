using System.Globalization;

namespace MeliBot.Simulator;

/// <summary>Orders, packs, payments and shipments: what buyers buy, and how it goes on.</summary>
public sealed class SalesOffice
{
    private readonly WorldCore _core;
    private readonly Registry _registry;
    private readonly Catalogue _items;
    private readonly NoticeOffice _notices;
    private readonly Happenings _happenings;
    private readonly Dictionary<long, Versioned<WorldOrder>> _orders = [];
    private readonly Dictionary<long, Versioned<WorldShipment>> _shipments = [];
    private readonly Dictionary<long, DateTimeOffset> _packs = [];
    private long _nextOrder = 2_000_018_000_000_001;
    private long _nextPack = 2_000_009_000_000_001;
    private long _nextPayment = 132_000_000_001;
    private long _nextShipment = 45_800_000_001;

    internal SalesOffice(WorldCore core, Registry registry, Catalogue items, NoticeOffice notices, Happenings happenings) =>
        (_core, _registry, _items, _notices, _happenings) = (core, registry, items, notices, happenings);

    /// <summary>Called after a sale was made, for the board of messages.</summary>
    internal Action<IReadOnlyList<WorldOrder>, NewSale>? Sold { get; set; }

    public IReadOnlyList<WorldOrder> All
    {
        get
        {
            lock (_core.Gate) return [.. _orders.Values.Select(order => order.Current)];
        }
    }

    public IReadOnlyList<WorldShipment> Shipments
    {
        get
        {
            lock (_core.Gate) return [.. _shipments.Values.Select(shipment => shipment.Current)];
        }
    }

    public WorldOrder? Order(long id, TimeSpan lag = default) => Find(_orders, id, lag);

    public WorldShipment? Shipment(long id, TimeSpan lag = default) => Find(_shipments, id, lag);

    /// <summary>The orders of a conversation: a pack's, or the one whose id it is.</summary>
    public IReadOnlyList<WorldOrder> Of(long conversation)
    {
        lock (_core.Gate) return [.. _orders.Values.Select(order => order.Current).Where(order => order.Conversation == conversation)];
    }

    public DateTimeOffset? PackCreated(long id)
    {
        lock (_core.Gate) return _packs.TryGetValue(id, out var at) ? at : null;
    }

    /// <exception cref="InvalidOperationException">It can't be bought; the message says why.</exception>
    public IReadOnlyList<WorldOrder> Buy(NewSale sale)
    {
        lock (_core.Gate)
        {
            if (sale.Lines.Count == 0) throw new InvalidOperationException("Nothing is in the cart. Name at least one item.");
            if (_registry.FindUser(sale.BuyerId) is null) throw new InvalidOperationException($"There is no buyer {sale.BuyerId}.");
            var items = sale.Lines.Select(line => Sellable(line, sale.BuyerId)).ToList();
            if (items.Select(item => item.SellerId).Distinct().Count() > 1) throw new InvalidOperationException("A pack holds items of one seller. Buy them one by one.");

            var at = _core.Now - sale.Ago;
            long? pack = sale.Pack ?? sale.Lines.Count > 1 ? _nextPack++ : null;
            if (pack is { } named) _packs.Add(named, at);
            var shipping = items[0].Shipping with { Mode = sale.Mode ?? items[0].Shipping.Mode, LogisticType = sale.LogisticType ?? items[0].Shipping.LogisticType };
            List<WorldOrder> orders = [.. sale.Lines.Zip(items, (line, item) => Write(line, item, sale.BuyerId, pack, shipping, at))];
            foreach (var order in orders)
            {
                _happenings.Add("bought", $"{order.Quantity} × {order.Title}", by: "buyer");
                Announce(order, "action:new_order");
            }

            Sold?.Invoke(orders, sale);
            return sale.Pay ? [.. orders.Select(order => Pay(order.Id))] : orders;
        }
    }

    /// <summary>The payment was made, and the platform is looking at it.</summary>
    public WorldOrder StartPayment(long orderId) => Turn(orderId, OrderStatuses.PaymentInProcess, "in_process", "pending_review_manual", ["not_paid"]);

    /// <summary>The payment is approved; the shipment comes into being.</summary>
    public WorldOrder Pay(long orderId)
    {
        lock (_core.Gate)
        {
            var order = Current(orderId);
            var shipment = order.ShipmentId ?? (order.Shipping.Mode == "not_specified" ? null : ShipmentOf(order));
            Set(orderId, o => o with { ShipmentId = shipment });
            var paid = Turn(orderId, OrderStatuses.Paid, "approved", "accredited", shipment is null ? ["paid", "not_delivered", "no_shipping"] : ["paid", "not_delivered"]);
            _items.Change(order.ItemId, item => item with { Stock = Math.Max(0, item.Stock - order.Quantity), Sold = item.Sold + order.Quantity });
            return paid;
        }
    }

    public WorldOrder Cancel(long orderId, string by = "buyer", bool fraud = false)
    {
        lock (_core.Gate)
        {
            var order = Current(orderId);
            var cancel = new WorldCancel(fraud ? "fraud" : by, fraud ? "fraud_detected" : "buyer_cancel_express", by, _core.Now);
            var payment = order.Payment is { Status: "approved" } approved ? approved with { Status = "refunded", Detail = "refunded", LastModified = _core.Now } : order.Payment;
            var changed = Set(orderId, o => o with { Status = OrderStatuses.Cancelled, Cancel = cancel, Payment = payment, Closed = o.Closed ?? _core.Now });
            if (order.ShipmentId is { } shipment && Shipment(shipment) is { Status: not ("shipped" or "delivered") }) Move(shipment, "cancelled", fraud ? "fraudulent" : "closed_by_user");
            Announce(changed, "status");
            if (payment is not null) AnnouncePayment(changed);
            return changed;
        }
    }

    /// <summary>Money of the payment goes back to the buyer, all of it or a part.</summary>
    public WorldOrder Refund(long orderId, decimal amount)
    {
        lock (_core.Gate)
        {
            if (Current(orderId).Payment is not { } payment) return Current(orderId);
            var refunded = Math.Min(payment.Amount, payment.Refunded + amount);
            var all = refunded == payment.Amount;
            var changed = Set(orderId, o => o with
            {
                Payment = payment with { Refunded = refunded, Status = all ? "refunded" : payment.Status, Detail = all ? "refunded" : "partially_refunded", LastModified = _core.Now },
            });
            AnnouncePayment(changed);
            Announce(changed, "status");
            return changed;
        }
    }

    /// <summary>Any status, known to anyone or not.</summary>
    public WorldOrder SetStatus(long orderId, string status) => Change(orderId, order => order with { Status = status });

    public WorldOrder Tag(long orderId, string tag, bool on = true) =>
        Change(orderId, order => order with { Tags = on ? [.. order.Tags.Where(t => t != tag), tag] : [.. order.Tags.Where(t => t != tag)] });

    public WorldOrder Change(long orderId, Func<WorldOrder, WorldOrder> change)
    {
        lock (_core.Gate)
        {
            var changed = Set(orderId, change);
            Announce(changed, "order");
            return changed;
        }
    }

    /// <summary>An internal change: nothing to see, a notice all the same.</summary>
    public void Touch(long orderId) => Change(orderId, order => order);

    /// <summary>Any status and substatus, known to anyone or not.</summary>
    public WorldShipment Move(long shipmentId, string status, string? substatus = null)
    {
        lock (_core.Gate)
        {
            if (!_shipments.TryGetValue(shipmentId, out var shipment)) throw new InvalidOperationException($"There is no shipment {shipmentId}.");
            var now = _core.Now;
            var moved = shipment.Current with
            {
                Status = status,
                Substatus = substatus,
                LastUpdated = now,
                Tracking = shipment.Current.Tracking ?? (status is "ready_to_ship" or "shipped" ? $"XX{shipmentId % 1_000_000_000:000000000}YY" : null),
                Moves = [.. shipment.Current.Moves, new(status, substatus, now)],
            };
            shipment.Set(now, moved);
            _happenings.Add("shipment", substatus is null ? status : $"{status}/{substatus}");
            _notices.Publish("shipments", $"/shipments/{Text(shipmentId)}", moved.SellerId);
            foreach (var order in moved.Orders)
            {
                if (status == "delivered") Tag(order, "not_delivered", on: false);
                Change(order, o => status == "delivered" ? o with { Tags = [.. o.Tags.Where(t => t != "delivered"), "delivered"] } : o);
            }

            _core.Changed();
            return moved;
        }
    }

    private WorldItem Sellable(SaleLine line, long buyer)
    {
        var item = _items.Find(line.ItemId) ?? throw new InvalidOperationException($"There is no item {line.ItemId}.");
        if (item.Status != "active") throw new InvalidOperationException($"Item {item.Id} is {item.Status} and can't be bought.");
        if (item.SellerId == buyer) throw new InvalidOperationException("A seller can't buy an own item.");
        if (line.Quantity < 1) throw new InvalidOperationException("At least one has to be bought.");
        if (item.Available < line.Quantity) throw new InvalidOperationException($"Only {item.Available} of item {item.Id} are available.");
        return item;
    }

    private WorldOrder Write(SaleLine line, WorldItem item, long buyer, long? pack, WorldShipping shipping, DateTimeOffset at)
    {
        var variation = line.VariationId is { } id ? item.Variations.FirstOrDefault(v => v.Id == id) : null;
        var order = new WorldOrder
        {
            Id = _nextOrder++,
            PackId = pack,
            SellerId = item.SellerId,
            BuyerId = buyer,
            SiteId = item.SiteId,
            ItemId = item.Id,
            Title = item.Title,
            Variation = variation,
            Sku = variation?.Sku ?? item.Sku,
            Quantity = line.Quantity,
            UnitPrice = variation?.Price ?? item.Price,
            CurrencyId = item.CurrencyId,
            Tags = pack is null ? ["not_paid"] : ["pack_order", "not_paid"],
            Shipping = shipping,
            Created = at,
            LastUpdated = _core.Now,
        };
        _orders.Add(order.Id, new(at, order));
        return order;
    }

    private long ShipmentOf(WorldOrder order)
    {
        // The orders of a pack travel together.
        if (order.PackId is { } pack && Of(pack).FirstOrDefault(o => o.ShipmentId is not null)?.ShipmentId is { } shared)
        {
            _shipments[shared].Set(_core.Now, _shipments[shared].Current with { Orders = [.. _shipments[shared].Current.Orders, order.Id] });
            return shared;
        }

        var id = _nextShipment++;
        var now = _core.Now;
        var shipment = new WorldShipment
        {
            Id = id,
            SellerId = order.SellerId,
            BuyerId = order.BuyerId,
            SiteId = order.SiteId,
            Orders = [order.Id],
            Status = "ready_to_ship",
            Substatus = "ready_to_print",
            Mode = order.Shipping.Mode,
            LogisticType = order.Shipping.LogisticType,
            Promised = now.AddDays(3),
            Created = now,
            LastUpdated = now,
            Moves = [new("ready_to_ship", "ready_to_print", now)],
        };
        _shipments.Add(id, new(now, shipment));
        _notices.Publish("shipments", $"/shipments/{Text(id)}", order.SellerId);
        return id;
    }

    private WorldOrder Turn(long orderId, string status, string payment, string detail, string[] tags)
    {
        lock (_core.Gate)
        {
            var changed = Set(orderId, order => order with
            {
                Status = status,
                Payment = new(
                    order.Payment?.Id ?? _nextPayment++, payment, detail, order.Total, order.Payment?.Created ?? _core.Now, payment == "approved" ? _core.Now : null, _core.Now),
                Tags = [.. order.Tags.Where(tag => tag is not ("paid" or "not_paid" or "not_delivered" or "no_shipping")), .. tags],
                Closed = status == OrderStatuses.Paid ? _core.Now : order.Closed,
            });
            _happenings.Add(status, changed.Title, by: "buyer");
            AnnouncePayment(changed);
            Announce(changed, "status");
            return changed;
        }
    }

    private WorldOrder Current(long orderId) => Order(orderId) ?? throw new InvalidOperationException($"There is no order {orderId}.");

    private WorldOrder Set(long orderId, Func<WorldOrder, WorldOrder> change)
    {
        if (!_orders.TryGetValue(orderId, out var order)) throw new InvalidOperationException($"There is no order {orderId}.");
        var changed = change(order.Current) with { LastUpdated = _core.Now };
        order.Set(_core.Now, changed);
        _core.Changed();
        return changed;
    }

    private void Announce(WorldOrder order, string what) => _notices.Publish(
        "orders_v2",
        $"/orders/{Text(order.Id)}",
        order.SellerId,
        [what, "is_test:false", $"pack_order:{(order.PackId is null ? "false" : "true")}", $"site_id:{order.SiteId.ToLowerInvariant()}", "channel:marketplace"]);

    private void AnnouncePayment(WorldOrder order) => _notices.Publish("payments", $"/collections/{Text(order.Payment!.Id)}", order.SellerId);

    private T? Find<T>(Dictionary<long, Versioned<T>> values, long id, TimeSpan lag)
        where T : class
    {
        lock (_core.Gate)
        {
            if (!values.TryGetValue(id, out var value)) return null;
            return lag > TimeSpan.Zero ? value.At(_core.Now - lag) : value.Current;
        }
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
