using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Inbound;

/// <summary>
/// What Mercado Libre knows about a question or its answer: <c>turnContext.Activity.GetChannelData&lt;QuestionChannelData&gt;()</c>.
/// An activity carries it as JSON, so that bots without a reference to this assembly read it as well.
/// </summary>
public sealed record QuestionChannelData
{
    public const string QuestionKind = "question";
    public const string AnswerKind = "answer";
    public const string EventKind = "event";

    /// <value><c>question</c>, <c>answer</c> or <c>event</c>.</value>
    [JsonProperty("kind")]
    public string Kind { get; init; } = QuestionKind;

    /// <value>The seller's user id.</value>
    [JsonProperty("account")]
    public long Account { get; init; }

    [JsonProperty("siteId", NullValueHandling = NullValueHandling.Ignore)]
    public string? SiteId { get; init; }

    [JsonProperty("itemId")]
    public string ItemId { get; init; } = "";

    [JsonProperty("questionId")]
    public long QuestionId { get; init; }

    /// <value>Null in the platform's oldest shapes.</value>
    [JsonProperty("buyerId", NullValueHandling = NullValueHandling.Ignore)]
    public long? BuyerId { get; init; }

    /// <value>The platform's word, unknown ones too: of the question, or of the answer when this is one.</value>
    [JsonProperty("status", NullValueHandling = NullValueHandling.Ignore)]
    public string? Status { get; init; }

    /// <value>Who answered: <c>bot</c>, <c>agent:{id}</c> or <c>elsewhere</c> (the seller, outside MeliBot). Null on questions.</value>
    [JsonProperty("by", NullValueHandling = NullValueHandling.Ignore)]
    public string? By { get; init; }

    /// <value>The platform's own JSON, with all its fields: the question, or of an answer the answer. Read from an activity it is the activity's own.</value>
    [JsonProperty("resource", NullValueHandling = NullValueHandling.Ignore)]
    public JObject? Resource { get; init; }

    /// <summary>Null when the activity isn't of a question.</summary>
    public static QuestionChannelData? Of(IActivity? activity)
    {
        var data = (activity as Activity)?.ChannelData;
        return data switch
        {
            QuestionChannelData typed => typed,
            JObject json when json["questionId"] is not null => Plain(json) ?? json.ToObject<QuestionChannelData>(),
            _ => null,
        };
    }

    public JObject ToJson()
    {
        var json = new JObject { ["kind"] = Kind, ["account"] = Account };
        if (SiteId is not null) json["siteId"] = SiteId;
        json["itemId"] = ItemId;
        json["questionId"] = QuestionId;
        if (BuyerId is not null) json["buyerId"] = BuyerId;
        if (Status is not null) json["status"] = Status;
        if (By is not null) json["by"] = By;
        if (Resource is not null) json["resource"] = Resource;
        return json;
    }

    /// <summary>As <see cref="ToJson"/> wrote it; null when it is anything else. It is read several times a turn, and the serialiser takes ten times as long.</summary>
    private static QuestionChannelData? Plain(JObject json)
    {
        // Set one by one: a record that is copied for each of its fields is made eight times.
        var (kind, account, item, question) = (QuestionKind, 0L, "", 0L);
        (string? site, long? buyer, string? status, string? by, JObject? resource) = (null, null, null, null, null);
        foreach (var (name, value) in json)
        {
            switch (name, (value as JValue)?.Value)
            {
                case ("kind", string word): kind = word; break;
                case ("account", long number): account = number; break;
                case ("siteId", string id): site = id; break;
                case ("itemId", string id): item = id; break;
                case ("questionId", long number): question = number; break;
                case ("buyerId", long number): buyer = number; break;
                case ("status", string word): status = word; break;
                case ("by", string whose): by = whose; break;
                case ("resource", _) when value is JObject whole: resource = whole; break;
                default: return null;
            }
        }

        return new QuestionChannelData { Kind = kind, Account = account, SiteId = site, ItemId = item, QuestionId = question, BuyerId = buyer, Status = status, By = by, Resource = resource };
    }
}
