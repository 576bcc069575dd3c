using System.Globalization;
using MeliBot.Dialogs.Facts;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace MeliBot.Dialogs;

/// <summary>Which listing a question is about, read from the channel data's JSON or, failing that, from the conversation's id.</summary>
internal static class QuestionInfo
{
    private static readonly JsonSerializer CamelCase = JsonSerializer.Create(new JsonSerializerSettings { ContractResolver = new CamelCasePropertyNamesContractResolver() });

    /// <summary><c>questions</c>, <c>orders</c> or <c>claims</c>: what the conversation's id begins with.</summary>
    public static string Kind(IActivity activity)
    {
        if (activity.Conversation?.ConversationType is "questions" or "orders" or "claims") return activity.Conversation.ConversationType;
        return activity.Conversation?.Id?.Split(':')[0] is "orders" or "claims" ? activity.Conversation.Id.Split(':')[0] : "questions";
    }

    public static FactRequest? Listing(IActivity activity)
    {
        var data = activity.ChannelData switch
        {
            null => null,
            JObject json => json,
            string text => JObject.Parse(text),
            var typed => JObject.FromObject(typed, CamelCase),
        };
        if (data?["account"] is { } account && (string?)data["itemId"] is { Length: > 0 } item)
            return new FactRequest(account.Value<long>(), (string?)data["siteId"], item);

        // questions:{account}:{item}:{buyer}
        return activity.Conversation?.Id?.Split(':') is ["questions", var seller, var listed, _] && long.TryParse(seller, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new FactRequest(id, null, listed)
            : null;
    }
}
