using MeliBot.Delivery.Diagnostics;

namespace MeliBot.Delivery.Stores.Postgres;

internal abstract class WriteJob(IReadOnlyList<long> locks)
{
    /// <summary>What it must have alone (<see cref="Sql.LockKey"/>).</summary>
    public IReadOnlyList<long> Locks => locks;

    /// <summary>What whoever wants it is tracing.</summary>
    public string? Trace { get; } = TraceLink.Current;

    /// <summary>Of the run that counts.</summary>
    public Write? Write { get; protected set; }

    /// <summary>Reports by its result; an exception is a bug of this job alone. May run again, after a rollback.</summary>
    public abstract Task RunAsync(Write write);

    public abstract void Committed();

    public abstract void Failed(Exception exception);
}

internal sealed class WriteJob<T>(IReadOnlyList<long> locks, Func<Write, Task<T>> body, CancellationToken cancellationToken) : WriteJob(locks)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private bool _cancelled;

    public Task<T> Task => _done.Task;

    public override async Task RunAsync(Write write)
    {
        Write = write;
        _cancelled = cancellationToken.IsCancellationRequested;
        if (!_cancelled)
            _result = await body(write);
    }

    public override void Committed()
    {
        if (_cancelled)
            _done.TrySetCanceled(cancellationToken);
        else
            _done.TrySetResult(_result!);
    }

    public override void Failed(Exception exception) => _done.TrySetException(exception);
}
