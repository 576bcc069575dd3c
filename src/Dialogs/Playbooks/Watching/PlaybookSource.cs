using MeliBot.Dialogs.Understanding;
using Microsoft.Extensions.Logging;

namespace MeliBot.Dialogs.Playbooks;

/// <summary>
/// The playbook that answers now. An edit without errors takes its place at once; one with errors doesn't, and is kept with what is wrong. New examples are
/// learnt in the background: until then the new texts answer with the model before, or, where that could find an intent that is gone, all of the version before.
/// </summary>
/// <param name="learn">Takes seconds where it hasn't learnt from these examples before.</param>
public sealed partial class PlaybookSource(IPlaybookFolder folder, PlaybookAbilities abilities, Func<TrainingSet, CancellationToken, IntentModel> learn, TimeProvider time, ILogger<PlaybookSource> logger) : IDisposable
{
    private readonly Lock _gate = new();
    private volatile LivePlaybook? _live;
    private volatile PlaybookStatus? _status;
    private CancellationTokenSource? _learning;
    private Task _learnt = Task.CompletedTask;
    private volatile Action<LivePlaybook>[] _listeners = [];

    public string Folder => folder.Name;

    /// <summary>One consistent pair: take it once a turn.</summary>
    /// <exception cref="PlaybookException">The first version has errors.</exception>
    public LivePlaybook Current => _live ?? Begin(CancellationToken.None);

    /// <summary>Null before the first reading.</summary>
    public PlaybookStatus? Status => _status;

    /// <summary>Calls back when another version, or another model, answers, until what it returns is disposed of.</summary>
    public IDisposable OnChange(Action<LivePlaybook> listener)
    {
        lock (_gate) _listeners = [.. _listeners, listener];
        return new Listening(() =>
        {
            lock (_gate) _listeners = [.. _listeners.Where(l => l != listener)];
        });
    }

    /// <summary>Ends when everything that was read is learnt.</summary>
    public Task Learnt
    {
        get
        {
            lock (_gate) return _learnt;
        }
    }

    /// <summary>Reads and learns, unless that was done.</summary>
    /// <exception cref="PlaybookException">The folder has errors.</exception>
    public LivePlaybook Begin(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_live is { } live) return live;
            var reading = folder == ShippedPlaybook.Folder ? new PlaybookReading(ShippedPlaybook.Playbook, []) : PlaybookReader.Read(folder, abilities);
            if (reading.Playbook is not { } playbook) throw new PlaybookException(folder.Name, reading.Diagnostics);
            _live = new LivePlaybook(playbook, learn(playbook.Training, cancellationToken)) { Messages = Asked(playbook.AfterSale), Claims = Asked(playbook.InClaims) };
            _status = new PlaybookStatus(folder.Name, time.GetUtcNow(), playbook.Version, reading.Diagnostics, false);
            LogAnswers(folder.Name, playbook.Version);
            return _live;
        }
    }

    /// <summary>Reads the folder again.</summary>
    /// <returns>How it came out; never throws for what stands in the files.</returns>
    public PlaybookStatus Reload()
    {
        var before = Current;
        var reading = PlaybookReader.Read(folder, abilities);
        LivePlaybook? changed = null;
        lock (_gate)
        {
            if (reading.Playbook is { } playbook) changed = Take(playbook, before);
            _status = new PlaybookStatus(folder.Name, time.GetUtcNow(), _live!.Playbook.Version, reading.Diagnostics, !_learnt.IsCompleted);
        }

        if (reading.Playbook is null) LogBroken(folder.Name, before.Playbook.Version, string.Join('\n', reading.Diagnostics));
        if (changed is not null) Tell(changed);
        return _status;
    }

    public void Dispose() => _learning?.Dispose();

    private LivePlaybook? Take(Playbook playbook, LivePlaybook before)
    {
        _learning?.Cancel();
        if (playbook.Training.ContentHash == before.Model.ContentHash && playbook.AfterSale?.ContentHash == before.Messages?.ContentHash && playbook.InClaims?.ContentHash == before.Claims?.ContentHash)
        {
            if (playbook.Version == before.Playbook.Version) return null;
            return _live = before with { Playbook = playbook };
        }

        _learning = new CancellationTokenSource();
        var token = _learning.Token;
        _learnt = Task.Run(() => Learn(playbook, before, token), CancellationToken.None);
        var known = playbook.Intents.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        return before.Model.Intents.Concat(before.Messages?.Intents ?? []).Concat(before.Claims?.Intents ?? []).All(known.Contains) ? _live = before with { Playbook = playbook } : null;
    }

    private LearntWhenAsked? Asked(TrainingSet? taught) => taught is null ? null : new LearntWhenAsked(taught, learn);

    private void Learn(Playbook playbook, LivePlaybook before, CancellationToken cancellationToken)
    {
        LivePlaybook learnt;
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var model = playbook.Training.ContentHash == before.Model.ContentHash ? before.Model : learn(playbook.Training, cancellationToken);
            var messages = playbook.AfterSale?.ContentHash == before.Messages?.ContentHash ? before.Messages : Asked(playbook.AfterSale);
            var claims = playbook.InClaims?.ContentHash == before.Claims?.ContentHash ? before.Claims : Asked(playbook.InClaims);

            // Learnt now: no buyer waits for an edit.
            if (messages != before.Messages) _ = messages?.Model;
            if (claims != before.Claims) _ = claims?.Model;
            lock (_gate)
            {
                if (cancellationToken.IsCancellationRequested) return;
                learnt = _live = new LivePlaybook(playbook, model) { Messages = messages, Claims = claims };
                _status = _status! with { LiveVersion = playbook.Version, IsLearning = false };
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            LogNotLearnt(e, folder.Name, playbook.Version);
            lock (_gate) _status = _status! with { IsLearning = false };
            return;
        }

        Tell(learnt);
    }

    private void Tell(LivePlaybook live)
    {
        LogAnswers(folder.Name, live.Playbook.Version);
        foreach (var listener in _listeners) listener(live);
    }

    private sealed class Listening(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }

    [LoggerMessage(LogLevel.Information, "The playbook {Folder} answers in version {Version}.")]
    private partial void LogAnswers(string folder, string version);

    [LoggerMessage(LogLevel.Error, "The playbook {Folder} was edited and has errors; version {Version} goes on answering.\n{Diagnostics}")]
    private partial void LogBroken(string folder, string version, string diagnostics);

    [LoggerMessage(LogLevel.Error, "The examples of the playbook {Folder}, version {Version}, could not be learnt; the model before goes on answering.")]
    private partial void LogNotLearnt(Exception e, string folder, string version);
}
