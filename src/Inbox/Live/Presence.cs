using System.Collections.Concurrent;

namespace MeliBot.Inbox.Live;

/// <summary>Who has which conversation open, so that two don't answer the same.</summary>
internal sealed class Presence
{
    private readonly ConcurrentDictionary<string, List<Visitor>> _rooms = new(StringComparer.Ordinal);

    /// <param name="onOthers">Gets the names of the others, at once and whenever they change.</param>
    public IDisposable Enter(string conversation, string person, string name, Func<IReadOnlyList<string>, Task> onOthers)
    {
        var visitor = new Visitor(person, name, SameLanguage.Of(onOthers));
        var room = _rooms.GetOrAdd(conversation, _ => []);
        lock (room) room.Add(visitor);
        Tell(room);
        return new Leaving(() =>
        {
            lock (room)
            {
                room.Remove(visitor);
                if (room.Count == 0) _rooms.TryRemove(conversation, out _);
            }

            Tell(room);
        });
    }

    private static void Tell(List<Visitor> room)
    {
        Visitor[] all;
        lock (room) all = [.. room];
        foreach (var visitor in all)
            _ = visitor.OnOthers([.. all.Where(other => other.Person != visitor.Person).Select(other => other.Name).Distinct()]);
    }

    private sealed record Visitor(string Person, string Name, Func<IReadOnlyList<string>, Task> OnOthers);

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
