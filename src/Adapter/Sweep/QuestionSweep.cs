using System.Globalization;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Webhooks;
using MeliBot.Delivery.Drafts;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Sweep;

/// <summary>
/// Raises every unanswered question that isn't held here, and every draft whose question the platform no longer lists as open (answered elsewhere, deleted).
/// </summary>
public sealed class QuestionSweep(
    IAccountDirectory accounts,
    IMercadoLibreClient client,
    HeldQuestions held,
    IDraftStore drafts,
    ISignalQueue queue,
    IOptionsMonitor<SweepOptions> options,
    TimeProvider time,
    SweepNews? news = null) : ISweep
{
    /// <summary>Who says so, in the signal.</summary>
    public const string Source = "sweep";

    private const int MostDrafts = 1_000;

    public string Name => "questions";

    public TimeSpan Cadence(SweepOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Polling ? options.PollingEvery : options.QuestionsEvery;
    }

    public async Task RunAsync(SweepRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var linked = await accounts.ListAsync(cancellationToken);
        await run.EachAsync(linked, options.CurrentValue.Concurrency, (account, token) => SweepAsync(account, run, token), cancellationToken);
    }

    /// <summary>True when all of the account was seen.</summary>
    private async Task<bool> SweepAsync(long account, SweepRun run, CancellationToken cancellationToken)
    {
        var started = time.GetUtcNow();
        var missing = new List<DateTimeOffset>();
        var open = new OpenQuestions(client.For(account, CallKind.Sweep), options.CurrentValue.PageSize, run.MayGoOnAsync);
        await foreach (var question in open.ReadAsync(cancellationToken))
        {
            run.CountFound();
            if (await held.HoldsAsync(account, question, cancellationToken)) continue;
            if (question.DateCreated is { } asked) missing.Add(asked);
            await RaiseAsync(account, question.Id, run, cancellationToken);
        }

        if (!open.Complete) return false;
        news?.Swept(HandledTopics.Normalise(Topic.Questions), account, missing, time.GetUtcNow());
        foreach (var draft in await drafts.OpenAsync(account, MostDrafts, cancellationToken))
        {
            // A draft of a question that was asked meanwhile isn't in the list yet.
            if (draft.At < started && QuestionKeys.TryParseQuestion(draft.Activity, out _, out var question) && !open.Saw(question)) await RaiseAsync(account, question, run, cancellationToken);
        }

        return true;
    }

    private async Task RaiseAsync(long account, long question, SweepRun run, CancellationToken cancellationToken)
    {
        var resource = string.Create(CultureInfo.InvariantCulture, $"/questions/{question}");
        await queue.SendAsync(new(account, HandledTopics.Normalise(Topic.Questions), resource, time.GetUtcNow(), Source), cancellationToken);
        run.CountRaised();
    }
}
