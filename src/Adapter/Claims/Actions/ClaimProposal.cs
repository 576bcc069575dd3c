using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Claims.Actions;

/// <summary>An action that a bot proposes; only a person does it.</summary>
/// <param name="Id">Of the entry in the conversation.</param>
/// <param name="At">When it was proposed.</param>
/// <param name="Action">One of <see cref="ClaimActionNames"/>; what a newer bot proposes is kept and shown.</param>
/// <param name="Percentage">Of a partial refund.</param>
/// <param name="Reason">Why, in the bot's words.</param>
public sealed record ClaimProposal(string Id, DateTimeOffset? At, string Action, int? Percentage, string? Reason)
{
    /// <summary>Null when the activity proposes nothing.</summary>
    public static ClaimProposal? Of(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return activity.Name == ClaimEventNames.Proposal && Value(activity.Value) is { } value && value.Value<string>("action") is { Length: > 0 } action
            ? new(activity.Id, activity.Timestamp, action, (value["percentage"] as JValue)?.Value is long or int or double or decimal ? value.Value<int>("percentage") : null, value.Value<string>("reason"))
            : null;
    }

    private static JObject? Value(object? value) => value switch
    {
        null => null,
        JObject json => json,
        string => null,
        _ => JObject.FromObject(value),
    };
}
