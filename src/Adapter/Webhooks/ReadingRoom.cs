namespace MeliBot.Adapter.Webhooks;

/// <summary>
/// Requests whose bodies are still arriving, in the order they came. Honest bodies arrive with their headers; when the room is full, the one that has kept it longest goes,
/// so that slow senders push out each other and never a fast one.
/// </summary>
internal sealed class ReadingRoom(int seats)
{
    private readonly LinkedList<CancellationTokenSource> _readers = new();

    /// <summary>Takes a seat; <paramref name="reader"/> is cancelled when somebody else needs it more.</summary>
    public IDisposable Enter(CancellationTokenSource reader)
    {
        var seat = new LinkedListNode<CancellationTokenSource>(reader);
        CancellationTokenSource? slowest = null;
        lock (_readers)
        {
            if (_readers.Count >= seats)
            {
                slowest = _readers.First!.Value;
                _readers.RemoveFirst();
            }

            _readers.AddLast(seat);
        }

        try
        {
            slowest?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It had left by itself.
        }

        return new Seat(this, seat);
    }

    private sealed class Seat(ReadingRoom room, LinkedListNode<CancellationTokenSource> seat) : IDisposable
    {
        public void Dispose()
        {
            lock (room._readers)
            {
                if (seat.List is not null)
                    room._readers.Remove(seat);
            }
        }
    }
}
