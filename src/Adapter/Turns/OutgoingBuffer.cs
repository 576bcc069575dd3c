using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Turns;

/// <summary>What a turn sent, in order, until it is known whether the turn counts. Safe for sends at the same time.</summary>
internal sealed class OutgoingBuffer(string turnId)
{
    private readonly Lock _gate = new();
    private readonly List<Entry> _entries = [];
    private int _count;
    private bool _sealed;

    /// <summary>Ids follow from the turn's activity and the position, so that a turn that runs again gives the same ones.</summary>
    public ResourceResponse Add(Activity activity)
    {
        lock (_gate)
        {
            ThrowIfSealed();
            var id = FormattableString.Invariant($"{turnId}:reply:{_count++}");
            var noted = NotedOnly(activity);
            _entries.Add(new Entry(id, activity.Type, activity.Name, noted ? Entities(activity) : Copy(activity, id), noted));
            return new ResourceResponse(id);
        }
    }

    public ResourceResponse Update(Activity activity)
    {
        lock (_gate)
        {
            ThrowIfSealed();
            var at = Find(activity.Id);
            _entries[at] = new Entry(activity.Id, activity.Type, activity.Name, Copy(activity, activity.Id), NotedOnly(activity));
            return new ResourceResponse(activity.Id);
        }
    }

    public void Delete(string activityId)
    {
        lock (_gate)
        {
            ThrowIfSealed();
            _entries.RemoveAt(Find(activityId));
        }
    }

    public IReadOnlyList<Entry> Seal()
    {
        lock (_gate)
        {
            _sealed = true;
            return [.. _entries];
        }
    }

    // A trace may hold a snapshot of all state: only what it recognised is kept of it.
    private static bool NotedOnly(Activity activity) =>
        activity.Type is ActivityTypes.Trace or ActivityTypes.Typing or ActivityTypesEx.Delay or ActivityTypesEx.InvokeResponse;

    private static Activity Entities(Activity activity) => new() { Type = activity.Type, Name = activity.Name, Entities = activity.Entities };

    // The bot may reuse its instance for the next send.
    private static Activity Copy(Activity activity, string id)
    {
        var copy = ActivityCopy.Of(activity);
        copy.Id = id;
        return copy;
    }

    private int Find(string? activityId)
    {
        var at = _entries.FindIndex(entry => string.Equals(entry.Id, activityId, StringComparison.Ordinal));
        return at >= 0 ? at : throw new MercadoLibreChannelException(
            ChannelFailure.AlreadyPublished,
            $"Activity \"{activityId}\" isn't one that this turn sent. Only what the running turn sent can be updated or deleted: " +
            "on Mercado Libre an answer can be neither edited nor taken back once it is given.");
    }

    private void ThrowIfSealed()
    {
        if (_sealed)
            throw new MercadoLibreChannelException(
                ChannelFailure.OutsideTurn,
                "The turn has ended and its reply is decided. Await everything that a turn starts, or use ContinueConversationAsync later.");
    }

    /// <param name="Noted">Recorded in the trace and nothing else: it never leaves.</param>
    internal sealed record Entry(string Id, string Type, string? Name, Activity Activity, bool Noted);
}
