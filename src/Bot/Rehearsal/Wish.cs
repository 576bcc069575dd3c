using MeliBot.Adapter.Claims;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Bot.Rehearsal;

/// <summary>What a dialog on claims asks for beyond talk.</summary>
/// <param name="Action">What it proposes to a person; null for a reminder.</param>
/// <param name="At">When it wants to be reminded; null for a proposal.</param>
/// <param name="Details">A percentage, or the evidence, as JSON; null for none.</param>
internal sealed record Wish(string? Action, string? At, string Reason, string? Details)
{
    /// <summary>Null for anything else that a bot sends.</summary>
    public static Wish? Of(IActivity activity) => activity is Activity { Type: ActivityTypes.Event, Name: ClaimEventNames.Proposal or ClaimEventNames.SetReminder, Value: { } value } && JObject.FromObject(value) is var json
        ? new Wish((string?)json["action"], (string?)json["at"], (string?)json["reason"] ?? "", (json["evidence"] ?? json["percentage"])?.ToString(Newtonsoft.Json.Formatting.None))
        : null;
}
