using System.Diagnostics;

namespace MeliBot.Delivery.Diagnostics;

/// <summary>
/// What is being traced, as text (W3C <c>traceparent</c>) that is stored with what it makes: whoever works on that later, in another process even, goes on with the same trace, so that one trace
/// shows a question from the webhook to its answer.
/// </summary>
internal static class TraceLink
{
    /// <summary>Null where nobody records: then nothing is stored.</summary>
    public static string? Current => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : null;

    /// <summary>What was stored; nothing for a text that isn't one.</summary>
    public static ActivityContext Parse(string? stored) => stored is not null && ActivityContext.TryParse(stored, null, isRemote: true, out var context) ? context : default;
}
