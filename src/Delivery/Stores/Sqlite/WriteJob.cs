using MeliBot.Delivery.Diagnostics;

namespace MeliBot.Delivery.Stores.Sqlite;

internal abstract class WriteJob
{
    /// <summary>Reports by its result; an exception is a bug of this job alone. May run again when a neighbour had to be taken out.</summary>
    public abstract void Run(Write write);

    public abstract void Committed();

    public abstract void Failed(Exception exception);
}

internal sealed class WriteJob<T>(Func<Write, T> body, CancellationToken cancellationToken) : WriteJob
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string? _trace = TraceLink.Current;
    private T? _result;
    private bool _cancelled;

    public Task<T> Task => _done.Task;

    public override void Run(Write write)
    {
        _cancelled = cancellationToken.IsCancellationRequested;
        if (_cancelled)
            return;
        write.Trace = _trace;
        _result = body(write);
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
