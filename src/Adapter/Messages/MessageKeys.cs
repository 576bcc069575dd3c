using System.Globalization;

namespace MeliBot.Adapter.Messages;

/// <summary>How the messages of a sale and their conversations are named and ordered. Everything begins with the account.</summary>
public static class MessageKeys
{
    /// <summary>Of the activity that a message is.</summary>
    public static string Activity(long account, string message) => string.Create(CultureInfo.InvariantCulture, $"{account}:message:{message}");

    /// <param name="account">The seller.</param>
    /// <param name="pack">The pack, or the order of a sale without one.</param>
    public static string Conversation(long account, long pack) => string.Create(CultureInfo.InvariantCulture, $"{MercadoLibreChannel.Orders}:{account}:{pack}");

    /// <summary>The account and the pack that a sale's conversation names.</summary>
    public static bool TryParseConversation(string? id, out long account, out long pack)
    {
        account = pack = 0;
        return id?.Split(':') is [MercadoLibreChannel.Orders, var first, var second]
            && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out account)
            && long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out pack);
    }

    /// <summary>The pack that a conversation's id names; null when it is no sale's.</summary>
    public static long? PackOf(string? conversation) => TryParseConversation(conversation, out _, out var pack) ? pack : null;

    /// <summary>What names a turn in its slots: the platform's id of the message that it is about, or whatever id the activity has.</summary>
    public static string TurnOf(string activity) => activity.Split(':') is [_, "message", var message] ? message : activity;

    /// <summary>The slot of one message of a turn's reply.</summary>
    public static string Slot(long account, long pack, string turn, int number) => string.Create(CultureInfo.InvariantCulture, $"{account}:message:{pack}:{turn}:{number}");

    /// <summary>Sorts by date, then id, then a message before what became of it.</summary>
    public static string Order(DateTimeOffset at, string id, int rank = 0) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffffZ}/{id}/{rank}");
}
