namespace MeliBot.MercadoLibre;

/// <summary>The waiting calls of one kind: first come first served within an account, accounts in rotation.</summary>
internal sealed class FairQueue
{
    private readonly LinkedList<(long Account, Queue<Waiter> Waiters)> _accounts = [];
    private readonly Dictionary<long, LinkedListNode<(long Account, Queue<Waiter> Waiters)>> _byAccount = [];

    public int Count { get; private set; }

    public void Enqueue(Waiter waiter)
    {
        if (!_byAccount.TryGetValue(waiter.Account, out var node))
            _byAccount[waiter.Account] = node = _accounts.AddLast((waiter.Account, new Queue<Waiter>()));
        node.Value.Waiters.Enqueue(waiter);
        Count++;
    }

    /// <summary>The next call whose account may go now; otherwise how soon the first one may.</summary>
    public Waiter? Dequeue(Func<long, TimeSpan> delayOf, ref TimeSpan soonest)
    {
        var node = _accounts.First;
        while (node is not null)
        {
            var next = node.Next;
            var (account, waiters) = node.Value;
            while (waiters.TryPeek(out var dead) && dead.IsDone)
            {
                waiters.Dequeue();
                Count--;
            }

            if (waiters.Count == 0)
            {
                _accounts.Remove(node);
                _byAccount.Remove(account);
            }
            else if (delayOf(account) is { Ticks: > 0 } delay)
            {
                if (delay < soonest)
                    soonest = delay;
            }
            else
            {
                Count--;
                var waiter = waiters.Dequeue();
                _accounts.Remove(node);
                if (waiters.Count > 0)
                    _accounts.AddLast(node);
                else
                    _byAccount.Remove(account);
                return waiter;
            }

            node = next;
        }

        return null;
    }
}

internal sealed class Waiter(long account, CallKind kind)
{
    private readonly TaskCompletionSource _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Account { get; } = account;

    public CallKind Kind { get; } = kind;

    public Task Turn => _turn.Task;

    public bool IsDone => _turn.Task.IsCompleted;

    public bool Grant() => _turn.TrySetResult();

    /// <summary>False when the turn has come in the meantime.</summary>
    public bool GiveUp() => _turn.TrySetCanceled();
}
