using System.Globalization;
using MeliBot.Delivery.Conversations;

namespace MeliBot.Delivery.Stores;

/// <summary>Keys that begin with their account, so that a key alone finds its row account first.</summary>
internal static class Keys
{
    /// <summary>Null for a text that no account begins.</summary>
    public static long? AccountOf(string key)
    {
        var end = key.IndexOf(':', StringComparison.Ordinal);
        return end > 0 && long.TryParse(key.AsSpan(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var account) ? account : null;
    }

    public static void Check(string key, long account, string what)
    {
        if (AccountOf(key) != account)
            throw new ArgumentException($"The {what} '{key}' must begin with its account: '{account}:...'. It is found by that.");
    }

    public static void Check(ActivityEntry entry, ConversationRef conversation) => Check(entry, conversation.Account, conversation.Id);

    public static void Check(ActivityEntry entry, long account, string conversation)
    {
        if (entry.Account != account || entry.Conversation != conversation)
            throw new ArgumentException($"The activity '{entry.Id}' belongs to '{entry.Conversation}' (account {entry.Account}), not to '{conversation}' (account {account}).");
    }
}
