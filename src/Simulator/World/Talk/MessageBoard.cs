using System.Globalization;

namespace MeliBot.Simulator;

/// <summary>Messages of sales: who may write what, and when.</summary>
public sealed class MessageBoard
{
    public const int UsualLength = 350;
    public const int BuyerLength = 3500;

    private readonly WorldCore _core;
    private readonly SalesOffice _sales;
    private readonly Journal _journal;
    private readonly Happenings _happenings;
    private readonly NoticeOffice _notices;
    private readonly Dictionary<long, WorldThread> _threads = [];
    private readonly Dictionary<long, List<string>> _byPack = [];
    private readonly Dictionary<string, WorldMessage> _messages = new(StringComparer.Ordinal);
    private readonly Dictionary<(long Seller, string Text), HashSet<long>> _same = [];
    private long _nextMessage = 1;

    internal MessageBoard(WorldCore core, SalesOffice sales, Journal journal, Happenings happenings, NoticeOffice notices)
    {
        (_core, _sales, _journal, _happenings, _notices) = (core, sales, journal, happenings, notices);
        Files = new(core);
        sales.Sold = Open;
    }

    /// <summary>The open claims of a sale; the office of claims knows them.</summary>
    internal Func<long, IReadOnlyList<long>> OpenClaims { get; set; } = _ => [];

    public FileShelf Files { get; }

    public IReadOnlyList<WorldThread> Threads
    {
        get
        {
            lock (_core.Gate) return [.. _threads.Values];
        }
    }

    public IReadOnlyList<WorldMessage> All
    {
        get
        {
            lock (_core.Gate) return [.. _messages.Values];
        }
    }

    public WorldThread? Thread(long pack)
    {
        lock (_core.Gate) return _threads.GetValueOrDefault(pack);
    }

    public WorldMessage? Find(string id)
    {
        lock (_core.Gate) return _messages.GetValueOrDefault(id);
    }

    /// <summary>What the seller sees of a thread, oldest first: nothing after 18 months, no moderated message of the buyer's.</summary>
    public IReadOnlyList<WorldMessage> Of(long pack, TimeSpan lag = default)
    {
        lock (_core.Gate)
        {
            if (Thread(pack) is not { } thread || BlockOf(thread) == ThreadBlocks.Expired) return [];
            var until = _core.Now - lag;
            return [.. Sent(pack).Where(message => !message.Swallowed && message.Created <= until && (message.FromSeller || message.Status != "moderated"))];
        }
    }

    /// <summary>Null: the seller may write.</summary>
    public string? BlockOf(WorldThread thread)
    {
        lock (_core.Gate)
        {
            if (thread.Block is { } forced) return forced.Length == 0 ? null : forced;
            var orders = _sales.Of(thread.Pack);
            var messages = Sent(thread.Pack);
            var now = _core.Now;
            if (orders.Count > 0 && orders.All(order => now - order.Created > TimeSpan.FromDays(548))) return ThreadBlocks.Expired;
            if (thread.BuyerDeactivated) return ThreadBlocks.Deactivated;
            if (OpenClaims(thread.Pack).Count > 0) return ThreadBlocks.Mediation;
            if (orders.Count > 0 && orders.All(order => order.Status == OrderStatuses.Cancelled) && messages.Count == 0)
                return orders.Any(order => order.Cancel?.Group == "fraud") ? ThreadBlocks.CancelledByFraud : ThreadBlocks.Cancelled;
            if (orders.Count > 0 && orders.All(order => order.Status is OrderStatuses.PaymentRequired or OrderStatuses.PaymentInProcess)) return ThreadBlocks.Payment;
            if (!thread.Agent && orders.Any(order => order.ShipmentId is { } id && _sales.Shipment(id) is { LogisticType: "fulfillment", Status: not ("delivered" or "cancelled") })) return ThreadBlocks.Fulfillment;

            var buyers = messages.LastOrDefault(message => !message.FromSeller);
            if (buyers is null)
                return !thread.Excepted && orders.Any(order => order.Shipping.Mode == "me2") ? ThreadBlocks.StartedBySellerLimited : null;
            if (thread.Agent && messages[^1].FromSeller) return ThreadBlocks.Agent;
            // Business hours are counted as hours: how the platform counts them is not published.
            if (thread.Agent && now - buyers.Created > TimeSpan.FromHours(48)) return ThreadBlocks.AgentExpired;
            return now - messages[^1].Created > TimeSpan.FromDays(30) ? ThreadBlocks.Time : null;
        }
    }

    /// <summary>The buyer writes on the site; that opens what a buyer may open.</summary>
    /// <exception cref="InvalidOperationException">The platform refuses it; the message says why.</exception>
    public WorldMessage WriteAsBuyer(long pack, string text, IReadOnlyList<string>? files = null, bool moderated = false)
    {
        lock (_core.Gate)
        {
            var thread = Thread(pack) ?? throw new InvalidOperationException($"There is no sale {pack}.");
            if (text.Length > BuyerLength) throw new InvalidOperationException($"A buyer's message has {BuyerLength} characters at most.");
            if (text.Length == 0 && files is not { Count: > 0 }) throw new InvalidOperationException("There is nothing to send.");
            if (thread.Block is ThreadBlocks.Time or ThreadBlocks.Buyer or ThreadBlocks.Refund or ThreadBlocks.StartedBySeller or ThreadBlocks.StartedBySellerLimited or ThreadBlocks.Agent or ThreadBlocks.AgentExpired) thread.Block = null;
            var message = Add(thread, new()
            {
                Id = NextId(),
                Pack = pack,
                SellerId = thread.SellerId,
                SiteId = thread.SiteId,
                From = thread.Agent ? SiteAgents.Of(thread.SiteId) : thread.BuyerId,
                To = thread.SellerId,
                Text = text,
                Files = Files.Take(files ?? []) ?? throw new InvalidOperationException("A file of the message was never uploaded, or was already used or deleted."),
                Status = moderated ? "moderated" : "available",
                Moderation = moderated ? "rejected" : "clean",
                Created = _core.Now,
                By = "buyer",
            });
            _journal.Effect(EffectKinds.BuyerMessage, Key(pack), null, "buyer", thread.BuyerId, text);
            _happenings.Add("wrote", text, by: "buyer");
            if (!moderated) Announce(message, "created");
            return message;
        }
    }

    /// <summary>The seller writes on the site or with another tool. Nobody is told until the buyer reads it.</summary>
    public WorldMessage WriteElsewhere(long pack, string text)
    {
        lock (_core.Gate)
        {
            var thread = Thread(pack) ?? throw new InvalidOperationException($"There is no sale {pack}.");
            var message = Add(thread, Sellers(thread, text, "elsewhere"));
            _journal.Effect(EffectKinds.Message, Key(pack), null, "elsewhere", thread.SellerId, text);
            _happenings.Add("sent", text, by: "elsewhere");
            return message;
        }
    }

    /// <summary>Moderation takes down a message that was delivered.</summary>
    public void Moderate(string id, string reason)
    {
        lock (_core.Gate)
        {
            _messages[id] = _messages[id] with { Status = "moderated", Moderation = "rejected", Reason = reason };
            _core.Changed();
        }
    }

    /// <summary>The buyer opens the thread: the seller is told of each message that was unread.</summary>
    public void ReadAsBuyer(long pack)
    {
        lock (_core.Gate)
        {
            foreach (var message in Sent(pack).Where(message => message is { FromSeller: true, Read: null, Status: "available", Swallowed: false }))
            {
                _messages[message.Id] = message with { Read = _core.Now };
                Announce(message, "read");
            }

            _core.Changed();
        }
    }

    /// <summary>The seller's side read the thread.</summary>
    internal void ReadAsSeller(long pack)
    {
        lock (_core.Gate)
        {
            foreach (var message in Sent(pack).Where(message => message is { FromSeller: false, Read: null })) _messages[message.Id] = message with { Read = _core.Now };
            _core.Changed();
        }
    }

    internal IReadOnlyList<(long Pack, int Count)> Unread(long seller)
    {
        lock (_core.Gate)
        {
            return [.. _threads.Values.Where(thread => thread.SellerId == seller)
                .Select(thread => (thread.Pack, Count: Of(thread.Pack).Count(message => message is { FromSeller: false, Read: null })))
                .Where(thread => thread.Count > 0)];
        }
    }

    internal MessageOutcome Send(long pack, long seller, long from, long to, string text, IReadOnlyList<string> files, string by)
    {
        lock (_core.Gate)
        {
            var thread = Thread(pack);
            if (Objection(thread, pack, seller, from, to, text, files) is { } refusal)
            {
                _journal.Effect(EffectKinds.Message, Key(pack), refusal.Error, by, seller, text);
                return new(null, refusal);
            }

            var taken = Files.Take(files);
            if (taken is null)
            {
                _journal.Effect(EffectKinds.Message, Key(pack), "attachment", by, seller, text);
                return new(null, new(422, "unprocessable_entity", "Attachment key is invalid or not found"));
            }

            return new(Accept(thread!, Sellers(thread!, text, by) with { To = to, Files = taken, Swallowed = thread!.Agent && to == thread.BuyerId }));
        }
    }

    /// <summary>The message that an option of the action guide makes.</summary>
    internal WorldMessage Contact(WorldThread thread, string option, string text, string by)
    {
        lock (_core.Gate)
        {
            thread.Used[option] = thread.Used.GetValueOrDefault(option) + 1;
            return Accept(thread, Sellers(thread, text, by) with { Option = option });
        }
    }

    internal bool HasBuyerWritten(long pack)
    {
        lock (_core.Gate) return Sent(pack).Any(message => !message.FromSeller);
    }

    private MessageRefusal? Objection(WorldThread? thread, long pack, long seller, long from, long to, string text, IReadOnlyList<string> files)
    {
        if (thread is null) return new(404, "order_not_found", $"order_not_found {pack}");
        if (thread.SellerId != seller) return new(403, "forbidden", $"Access denied for user {seller} to order {pack}");
        if (from != seller) return new(403, "forbidden", $"Access denied for user {from} to order {pack}");
        if (to == from) return new(400, "bad_request", "Sender and received must not be equals");
        if (thread.Agent ? to != SiteAgents.Of(thread.SiteId) && to != thread.BuyerId : to != thread.BuyerId)
            return SiteAgents.IsOne(to) ? new(400, "bad_request", $"to_user_id {to} does not belong to pack {pack}") : new(403, "forbidden", "Receiver does not belong to order " + Key(pack));
        if (MessageCharset.Unsupported(text) is { } sign) return new(400, "bad_request", $"The text has character/s {sign} that is/are not supported.");
        var length = thread.MaxLength is > 0 and var said ? said : UsualLength;
        if (text.Length > length) return new(400, "bad_request", $"The message content is too long, max characters allowed are {length}");
        if (text.Length == 0 && files.Count == 0) return new(400, "bad_request", "The field 'text' is required");
        if (files.Count > 25) return new(400, "bad_request", "The number of attachments is greater than 25");
        return BlockOf(thread) switch
        {
            null or ThreadBlocks.UseMessages or ThreadBlocks.Excepted => null,
            ThreadBlocks.Mediation => new(403, "forbidden", "You can not send the message because a mediation is in process"),
            ThreadBlocks.Fulfillment => new(403, "forbidden", "The order was made by Mercado Envíos Full and has not been yet delivered"),
            _ => new(403, "forbidden", "blocked_conversation_send_message_forbidden", MessageErrorForm.Coded),
        };
    }

    private WorldMessage Accept(WorldThread thread, WorldMessage message)
    {
        var reason = thread.ModerateNext ?? (_core.Options.Moderation.Messages ? MessageModeration.Reason(message.Text) ?? Repeated(thread, message.Text) : null);
        thread.ModerateNext = null;
        if (reason is not null) message = message with { Status = "moderated", Moderation = "rejected", Reason = reason };
        Add(thread, message);
        _journal.Effect(message.Swallowed ? EffectKinds.SwallowedMessage : EffectKinds.Message, Key(thread.Pack), null, message.By, thread.SellerId, message.Text);
        _happenings.Add(reason is null ? "sent" : "moderated", reason is null ? message.Text : $"{reason}: {message.Text}", by: message.By);
        Announce(message, "created");
        return message;
    }

    /// <summary>The same text to many buyers is what the platform takes for an automatic message.</summary>
    private string? Repeated(WorldThread thread, string text)
    {
        if (_core.Options.Moderation.SameMessages is not (> 0 and var most) || text.Length == 0) return null;
        if (!_same.TryGetValue((thread.SellerId, text), out var packs)) _same[(thread.SellerId, text)] = packs = [];
        packs.Add(thread.Pack);
        return packs.Count > most ? "AUTOMATIC_MESSAGE" : null;
    }

    private WorldMessage Sellers(WorldThread thread, string text, string by) => new()
    {
        Id = NextId(),
        Pack = thread.Pack,
        SellerId = thread.SellerId,
        SiteId = thread.SiteId,
        From = thread.SellerId,
        To = thread.Agent ? SiteAgents.Of(thread.SiteId) : thread.BuyerId,
        Text = text,
        FromSeller = true,
        Created = _core.Now,
        By = by,
    };

    private WorldMessage Add(WorldThread thread, WorldMessage message)
    {
        _messages.Add(message.Id, message);
        _byPack[thread.Pack].Add(message.Id);
        _core.Changed();
        return message;
    }

    private void Open(IReadOnlyList<WorldOrder> orders, NewSale sale)
    {
        var first = orders[0];
        _threads.Add(first.Conversation, new() { Pack = first.Conversation, SellerId = first.SellerId, BuyerId = first.BuyerId, SiteId = first.SiteId, Agent = sale.Agent });
        _byPack.Add(first.Conversation, []);
    }

    private List<WorldMessage> Sent(long pack) => _byPack.TryGetValue(pack, out var ids) ? [.. ids.Select(id => _messages[id])] : [];

    private void Announce(WorldMessage message, string action) => _notices.Publish("messages", message.Id, message.SellerId, [action]);

    // Time-ordered and 32 digits, as the platform's newer ids are.
    private string NextId() => $"019c{_nextMessage++:x12}7{_core.Hex(15)}";

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);
}
