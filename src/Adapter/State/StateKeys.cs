using System.Globalization;
using MeliBot.Adapter.Inbound;

namespace MeliBot.Adapter.State;

/// <summary>Which account a key of bot state belongs to, so that what an account leaves behind can be found.</summary>
internal static class StateKeys
{
    private const string Conversations = MercadoLibreChannel.Id + "/conversations/";
    private const string Users = MercadoLibreChannel.Id + "/users/";

    /// <summary>0 for a key that belongs to no account.</summary>
    public static long AccountOf(string key)
    {
        if (key.StartsWith(Conversations, StringComparison.Ordinal))
            return QuestionKeys.TryParseConversation(key[Conversations.Length..], out var account, out _) ? account : 0;
        if (key.StartsWith(Users, StringComparison.Ordinal))
        {
            var user = key.AsSpan(Users.Length);
            var colon = user.IndexOf(':');
            return colon > 0 && long.TryParse(user[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var account) ? account : 0;
        }

        return 0;
    }
}
