using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Orders;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Outbound.Sending;

public enum SendAuthor
{
    /// <summary>It only ever replies.</summary>
    Bot,

    /// <summary>May also open a thread, for a reason that the platform offers.</summary>
    Person,
}

/// <summary>All that decides whether a message may go out. What isn't known is null and forbids nothing by itself.</summary>
public sealed record SendSituation
{
    public required SendAuthor Author { get; init; }

    public required OrderStage Stage { get; init; }

    public bool IsLinked { get; init; } = true;

    public bool NeedsReconnect { get; init; }

    /// <summary>The thread as it was read last.</summary>
    public MessageThreadState? Thread { get; init; }

    /// <summary>The buyer, or Mercado Libre's agent for the buyer, has written in it.</summary>
    public bool BuyerWrote { get; init; }

    /// <summary>The newest message is the seller's.</summary>
    public bool LastIsSellers { get; init; }

    /// <summary>The sale is older than the account's link.</summary>
    public bool BeforeLinking { get; init; }

    public bool IsFraudRisk { get; init; }

    /// <summary>The reasons that the platform offers, where they were asked for.</summary>
    public ActionGuide? Guide { get; init; }

    /// <summary>The day for which delivery was promised.</summary>
    public DateTimeOffset? Delivery { get; init; }

    /// <param name="author">Who wants to write.</param>
    /// <param name="account">The seller's.</param>
    /// <param name="sales">The orders that the thread is about, as they are kept.</param>
    /// <param name="thread">As it was read last.</param>
    /// <param name="buyerWrote">The buyer, or Mercado Libre's agent for the buyer, has written in it.</param>
    /// <param name="lastIsSellers">The newest message is the seller's.</param>
    public static SendSituation Of(SendAuthor author, Account account, IReadOnlyList<StoredOrder> sales, MessageThreadState? thread, bool buyerWrote, bool lastIsSellers)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(sales);
        return new SendSituation
        {
            Author = author,
            Stage = OrderStages.OfPack(sales.Select(sale => sale.Stage)),
            NeedsReconnect = account.State == AccountState.Reconnect,
            Thread = thread,
            BuyerWrote = buyerWrote,
            LastIsSellers = lastIsSellers,
            BeforeLinking = sales.Count > 0 && sales.All(sale => sale.CreatedAt < account.LinkedAt),
            IsFraudRisk = sales.Any(sale => sale.FraudRisk),
            Delivery = sales.Select(sale => sale.Shipment?.PromisedFor).Max(),
        };
    }
}

public enum SendWay
{
    /// <summary>Not now.</summary>
    None,

    /// <summary>A plain message.</summary>
    Plain,

    /// <summary>By a reason of the action guide, which opens the thread.</summary>
    Reason,
}

/// <param name="Way">How it may be sent.</param>
/// <param name="Reasons">What a person may choose from when it is by a reason.</param>
/// <param name="Block">Why it can't; null when it can. With <see cref="SendWay.Reason"/>, why no plain message will do.</param>
public sealed record SendPermit(SendWay Way, IReadOnlyList<ContactOption> Reasons, SendBlock? Block)
{
    public static SendPermit Plain { get; } = new(SendWay.Plain, [], null);

    public static SendPermit No(SendBlock block) => new(SendWay.None, [], block);
}
