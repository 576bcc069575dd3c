using System.Globalization;
using MeliBot.Adapter.Messages;

namespace MeliBot.Adapter.Claims;

/// <summary>How claims, what is written in them and their conversations are named and ordered. Everything begins with the account.</summary>
public static class ClaimKeys
{
    public static string Conversation(long account, long claim) => string.Create(CultureInfo.InvariantCulture, $"{MercadoLibreChannel.Claims}:{account}:{claim}");

    /// <summary>The account and the claim that a conversation names.</summary>
    public static bool TryParseConversation(string? id, out long account, out long claim)
    {
        account = claim = 0;
        return id?.Split(':') is [MercadoLibreChannel.Claims, var first, var second]
            && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out account)
            && long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out claim);
    }

    /// <summary>0 when the id is no claim's.</summary>
    public static long ClaimOf(string? conversation) => TryParseConversation(conversation, out _, out var claim) ? claim : 0;

    /// <summary>Of the activity that a message in a claim is.</summary>
    /// <param name="message">What tells it from the claim's other messages: the platform's hash, or what stands for it.</param>
    public static string Message(long account, long claim, string message) => string.Create(CultureInfo.InvariantCulture, $"{account}:claim-message:{claim}:{message}");

    /// <summary>Of the activity that something which happened to the claim is.</summary>
    /// <param name="what">The same each time it is seen, for example <c>opened</c>.</param>
    public static string Event(long account, long claim, string what) => string.Create(CultureInfo.InvariantCulture, $"{account}:claim:{claim}:{what}");

    /// <summary>What names a turn in its slots: the end of the id of what it is about.</summary>
    public static string TurnOf(string activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Split(':', 4) is [_, "claim-message" or "claim", _, var own] ? own : activity;
    }

    /// <summary>The slot of one message of a turn's reply.</summary>
    public static string MessageSlot(long account, long claim, string turn, int number) => string.Create(CultureInfo.InvariantCulture, $"{account}:claim-reply:{claim}:{turn}:{number}");

    /// <summary>The slot of one action that a person confirmed.</summary>
    /// <param name="confirmation">Names the confirmation: the same one twice acts once.</param>
    public static string ActionSlot(long account, long claim, string action, string confirmation) => string.Create(CultureInfo.InvariantCulture, $"{account}:claim-action:{claim}:{action}:{confirmation}");

    /// <summary>Sorts by date; what happened before what was written at the same moment.</summary>
    public static string Order(DateTimeOffset at, string id, bool isMessage) => MessageKeys.Order(at, id, rank: isMessage ? 1 : 0);
}
