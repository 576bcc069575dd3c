using MeliBot.Delivery.Stores.Postgres.Sql;

namespace MeliBot.Delivery.Stores.Postgres;

/// <summary>One read among those that share a snapshot (<see cref="PostgresLoader"/>).</summary>
internal abstract class ReadJob
{
    /// <summary>Asks; may begin again after a failure of others.</summary>
    public abstract void Start(Pipeline pipeline);

    /// <summary>Once all that was asked is there: gives it, or its own failure.</summary>
    public abstract void End();

    public abstract void Failed(Exception exception);
}

internal sealed class ReadJob<T>(Func<Pipeline, Task<T>> body, CancellationToken cancellationToken) : ReadJob
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<T>? _run;

    public Task<T> Task => _done.Task;

    public override void Start(Pipeline pipeline) => _run = cancellationToken.IsCancellationRequested ? null : RunAsync(pipeline);

    public override void End()
    {
        switch (_run)
        {
            case null:
                _done.TrySetCanceled(cancellationToken);
                break;
            case { IsCompletedSuccessfully: true }:
                _done.TrySetResult(_run.Result);
                break;
            default:
                Failed(_run.Exception?.InnerException ?? new InvalidOperationException("A read awaited something else than its statements."));
                break;
        }
    }

    public override void Failed(Exception exception) => _done.TrySetException(exception);

    // Whatever it throws is its own.
    private async Task<T> RunAsync(Pipeline pipeline) => await body(pipeline);
}
