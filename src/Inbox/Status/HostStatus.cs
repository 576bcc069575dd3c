using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Sweep;
using MeliBot.Adapter.Webhooks;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Sending;
using MeliBot.MercadoLibre;

namespace MeliBot.Inbox.Status;

/// <summary>How this installation stands at one moment.</summary>
/// <param name="CallsAllowed">Calls a second when all is well; the budget says what is left of them now.</param>
public sealed record HostStatus(
    DateTimeOffset At,
    DeliveryCounts Work,
    IReadOnlyList<Parked> Parked,
    IReadOnlyList<AccountStanding> Accounts,
    BudgetState Budget,
    double CallsAllowed,
    IReadOnlyList<TopicStanding> Topics,
    IReadOnlyList<SweepState> Sweeps,
    KeyRingStanding KeyRing)
{
    /// <summary>Claims that wait for a person and in which an act is overdue, or due before the last reminder's time is over.</summary>
    public int PressingClaims { get; init; }

    /// <summary>Whether the bot may send.</summary>
    public SendState Sends { get; init; } = SendState.Free;

    /// <summary>Whether all that was accepted is somewhere, as of some minutes ago; null until it was counted.</summary>
    public DeliveryBalance? Balance { get; init; }

    public long ParkedCount => Work.ParkedSignals + Work.ParkedTurns + Work.ParkedEffects;
}

/// <summary>A linked account: its permission, and whether we have seen what it has.</summary>
/// <param name="TokenUntil">When its access token ends; null when there is none.</param>
/// <param name="Renews">False when its permission ends with that token.</param>
/// <param name="Newest">Null until it was asked.</param>
public sealed record AccountStanding(Account Account, DateTimeOffset? TokenUntil, bool Renews, NewestQuestion? Newest);

/// <summary>Data Protection's keys, which encrypt tokens and sessions; nothing of them is shown but their dates.</summary>
/// <param name="NewestUntil">When the newest ends; another follows by itself before.</param>
/// <param name="IsEncrypted">The keys themselves are encrypted where they are stored.</param>
public sealed record KeyRingStanding(int Keys, DateTimeOffset? NewestUntil, bool IsEncrypted);
