using System.Globalization;
using MeliBot.Dialogs.Claims;
using MeliBot.Dialogs.Facts;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace MeliBot.Dialogs;

/// <summary>Which listing a question is about, or which sale or claim a message, read from the channel data's JSON or, failing that, from the conversation's id.</summary>
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
        var data = Data(activity);
        if (data?["account"] is { } account && (string?)data["itemId"] is { Length: > 0 } item)
            return new FactRequest(account.Value<long>(), (string?)data["siteId"], item);

        // questions:{account}:{item}:{buyer}
        return activity.Conversation?.Id?.Split(':') is ["questions", var seller, var listed, _] && long.TryParse(seller, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new FactRequest(id, null, listed)
            : null;
    }

    /// <summary>Null where it is about none.</summary>
    public static SaleRequest? Sale(IActivity activity)
    {
        var data = Data(activity);
        if ((long?)data?["account"] is { } account && (long?)data["packId"] is { } pack) return new SaleRequest(account, (string?)data["siteId"], pack);

        // orders:{account}:{pack}
        return activity.Conversation?.Id?.Split(':') is ["orders", var seller, var sold]
            && long.TryParse(seller, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && long.TryParse(sold, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new SaleRequest(id, null, number)
            : null;
    }

    /// <summary>Null where it is about none.</summary>
    public static ClaimRequest? Claim(IActivity activity)
    {
        var data = Data(activity);
        if ((long?)data?["account"] is { } account && (long?)data["claimId"] is { } claim) return new ClaimRequest(account, (string?)data["siteId"], claim);

        // claims:{account}:{claim}
        return activity.Conversation?.Id?.Split(':') is ["claims", var seller, var number, ..]
            && long.TryParse(seller, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var opened)
            ? new ClaimRequest(id, (string?)data?["siteId"], opened)
            : null;
    }

    /// <summary>Who wrote in a claim, by the part that he has in it; null where nobody did.</summary>
    public static string? ClaimSender(IActivity activity) => (string?)Data(activity)?["sender"];

    /// <summary>What a turn of a claim is about: somebody wrote, and all that happened since the turn before.</summary>
    public static IReadOnlyList<string> ClaimEventsOf(IActivity activity)
    {
        var happened = (Data(activity)?["events"] as JArray ?? []).Select(name => (string?)name).OfType<string>();
        var about = activity.Type == ActivityTypes.Message ? ClaimEvents.Message : activity.AsEventActivity()?.Name;
        return [.. happened.Prepend(about).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static JObject? Data(IActivity activity) => activity.ChannelData switch
    {
        null => null,
        JObject json => json,
        string text => JObject.Parse(text),
        var typed => JObject.FromObject(typed, CamelCase),
    };
}
