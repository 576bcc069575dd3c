using MeliBot.Delivery.Conversations;

namespace MeliBot.Delivery.Work;

/// <summary>One turn at a time per conversation in this process. It only saves work: between processes, and if it failed, the version decides.</summary>
internal sealed class ConversationLocks
{
    private readonly Dictionary<(long Account, string Id), Gate> _gates = [];
    private readonly AsyncLocal<Holding?> _holding = new();

    /// <summary>Whether this flow of control runs inside a turn of that conversation, so that waiting for its end could wait for itself.</summary>
    public bool HeldByCaller(ConversationRef conversation)
    {
        for (var holding = _holding.Value; holding is not null; holding = holding.Outer)
        {
            if (holding.Active && holding.Account == conversation.Account && holding.Id == conversation.Id)
                return true;
        }

        return false;
    }

    /// <summary>Runs <paramref name="body"/> alone; null when <paramref name="patience"/> ended before the conversation was free.</summary>
    public async Task<T?> RunAsync<T>(ConversationRef conversation, Func<Task<T>> body, CancellationToken patience, CancellationToken cancellationToken)
        where T : class
    {
        var key = (conversation.Account, conversation.Id);
        Gate gate;
        lock (_gates)
        {
            if (!_gates.TryGetValue(key, out gate!))
                _gates[key] = gate = new Gate();
            gate.Users++;
        }

        try
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(patience, cancellationToken);
            try
            {
                await gate.Free.WaitAsync(both.Token);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                return null;
            }

            var holding = new Holding(conversation.Account, conversation.Id, _holding.Value);
            _holding.Value = holding;
            try
            {
                return await body();
            }
            finally
            {
                holding.Active = false;
                gate.Free.Release();
            }
        }
        finally
        {
            lock (_gates)
            {
                if (--gate.Users == 0)
                {
                    _gates.Remove(key);
                    gate.Free.Dispose();
                }
            }
        }
    }

    private sealed class Gate
    {
        public SemaphoreSlim Free { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Holding(long account, string id, Holding? outer)
    {
        private volatile bool _active = true;

        public long Account => account;

        public string Id => id;

        public Holding? Outer => outer;

        public bool Active
        {
            get => _active;
            set => _active = value;
        }
    }
}
