using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Inbound;

/// <summary>What a stored activity says, for whoever shows conversations without speaking Bot Framework.</summary>
/// <param name="Name">Of an event.</param>
/// <param name="RelatesTo">Id of the activity that an event is about.</param>
/// <param name="Says">An event's reason, message or state.</param>
/// <param name="Question">Null when it isn't of a question.</param>
public sealed record StoredActivity(string? Text, string? Name, DateTimeOffset? At, string? RelatesTo, string? Says, QuestionChannelData? Question)
{
    /// <summary>Of a hand-over: accepted, completed or failed; null otherwise.</summary>
    public string? State { get; init; }

    /// <exception cref="FormatException">It isn't an activity.</exception>
    public static StoredActivity Read(string payload)
    {
        var activity = Activity(payload);
        return new StoredActivity(activity.Text, activity.Name, activity.Timestamp, activity.RelatesTo?.ActivityId, Said(activity.Value), QuestionChannelData.Of(activity)) { State = (activity.Value as JObject)?["state"] is JValue { Value: string state } ? state : null };
    }

    private static Activity Activity(string payload)
    {
        try
        {
            return ActivityJson.Read(payload);
        }
        catch (JsonException e)
        {
            throw new FormatException("A stored activity can't be read: " + e.Message, e);
        }
    }

    private static string? Said(object? value) => value switch
    {
        string text => text,
        JObject json => (string?)(json["reason"] ?? json["message"] ?? json["state"]),
        _ => null,
    };
}
