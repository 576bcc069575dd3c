using System.Collections.Concurrent;
using System.Globalization;
using MeliBot.Bot.Commands;
using MeliBot.Bot.Local;

namespace MeliBot.Bot.Demo;

/// <summary>Follows a running scenario: tells what happens, kills the worker when the scenario says so, gives what the bot hands over to the scenario's person.</summary>
internal sealed class DemoRun(SimulatorClient simulator, Worker worker, IDemoView view, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<long, TurnView> _turns = new();
    private readonly HashSet<long> _told = [];
    private readonly DemoSales _sales = new(simulator, view);
    private readonly DemoClaims _claims = new(simulator, view);
    private readonly long _started = time.GetTimestamp();
    private Dictionary<long, string> _names = [];
    private long _seen;
    private int _crashes;

    /// <summary>Plays until every question of the scenario is answered, every line of a sale is replied to or left to a person, and the bot has looked at every claim; or too long.</summary>
    public async Task<DemoSummary> PlayAsync(CancellationToken cancellationToken)
    {
        _claims.Names = _sales.Names = _names = (await simulator.UsersAsync(cancellationToken)).ToDictionary(u => u.Id, u => u.Nickname);
        await simulator.StartScenarioAsync(cancellationToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var handing = HandOverAsync(ended.Token);
        var finished = false;
        while (time.GetElapsedTime(_started) < Longest)
        {
            finished |= await FollowAsync(cancellationToken);
            var talked = await _sales.TellAsync(cancellationToken);
            talked &= await _claims.TellAsync(cancellationToken);
            if (finished && talked && (await simulator.QuestionsAsync(cancellationToken)).All(q => q.Status != "UNANSWERED")) break;
        }

        await FollowAsync(cancellationToken, wait: false);
        await ended.CancelAsync();
        await handing;
        return await JudgeAsync(cancellationToken);
    }

    /// <summary>Goes on telling, for the person who plays a buyer now; what the bot leaves to a person is now for whoever sits at the inbox.</summary>
    public async Task StayAsync(CancellationToken cancellationToken)
    {
        var waiting = TellWaitingAsync(cancellationToken);
        var editing = worker.Playbook is null ? Task.CompletedTask : TellEditsAsync(cancellationToken);
        while (!cancellationToken.IsCancellationRequested)
        {
            await FollowAsync(cancellationToken);
            await _sales.TellAsync(cancellationToken);
            await _claims.TellAsync(cancellationToken);
        }

        await Task.WhenAll(waiting, editing);
    }

    /// <summary>A designer edits: says whether each edit counts, and what is wrong where it doesn't.</summary>
    private async Task TellEditsAsync(CancellationToken cancellationToken)
    {
        PlaybookView? told = null;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var playbook = await worker.Control.PlaybookAsync(cancellationToken);
                if (told is not null && (playbook.ReadAt != told.ReadAt || playbook.Learning != told.Learning)) view.Note(string.Join('\n', [PlaybookCommand.Say(playbook), .. playbook.Problems]));
                told = playbook;
            }
            catch (HttpRequestException)
            {
                // The worker is dead just now; it comes back.
            }

            await Task.Delay(Between, time, cancellationToken);
        }
    }

    private async Task<bool> FollowAsync(CancellationToken cancellationToken, bool wait = true)
    {
        var finished = false;
        foreach (var happening in await simulator.HappeningsAsync(_seen, wait, cancellationToken))
        {
            _seen = happening.Seq;
            switch (happening.Kind)
            {
                case "answered" when happening.Question is { } question:
                    await TellAsync(question, cancellationToken);
                    break;
                case "crash" when happening.Target == "worker":
                    view.Note("The worker is killed (SIGKILL) and started again.");
                    _crashes++;
                    await worker.CrashAsync(cancellationToken);
                    view.Note("The worker is back.");
                    break;
                case "bought":
                    view.Note($"Somebody buys {happening.Text}.");
                    break;
                case "say" or "step" or "fault" or "topic-off" or "failed":
                    view.Note(happening.Text);
                    break;
                case "finished":
                    finished = true;
                    break;
            }
        }

        return finished;
    }

    private async Task TellAsync(long id, CancellationToken cancellationToken)
    {
        if (_told.Add(id)) view.Answered(await ReadAsync(await simulator.QuestionAsync(id, cancellationToken), cancellationToken));
    }

    private async Task<DemoQuestion> ReadAsync(SimulatorQuestion question, CancellationToken cancellationToken)
    {
        if (!_turns.ContainsKey(question.Id)) await LookAtTurnsAsync(cancellationToken);
        var turn = _turns.GetValueOrDefault(question.Id);
        return new DemoQuestion(
            question.Id, question.Conversation, question.BuyerId, _names.GetValueOrDefault(question.BuyerId, $"{question.BuyerId}"), question.ItemId, question.Text,
            turn?.Intents ?? [], question.Answer?.Text, Who(question.Answer, turn), turn?.Reasons ?? []);
    }

    // Mercado Libre sees only our application; that the bot hadn't sent it says that an agent did.
    private static string? Who(SimulatorAnswer? answer, TurnView? turn) => answer is { Who: "bot" } && turn is not null and not { Decision: "send" } ? "agent" : answer?.Who;

    /// <summary>Whatever the bot didn't send by itself is a person's: during the scenario the scenario's own.</summary>
    private Task HandOverAsync(CancellationToken cancellationToken) => ForPeopleAsync(question => simulator.HandOverAsync(question, cancellationToken), cancellationToken);

    private Task TellWaitingAsync(CancellationToken cancellationToken) => ForPeopleAsync(
        async question =>
        {
            if (await simulator.QuestionAsync(question, cancellationToken) is { Status: "UNANSWERED" } open) view.Note($"Waits in the inbox ({worker.Inbox}): {open.Text}");
        },
        cancellationToken);

    private async Task ForPeopleAsync(Func<long, Task> hand, CancellationToken cancellationToken)
    {
        var handed = new HashSet<long>();
        try
        {
            while (true)
            {
                await LookAtTurnsAsync(cancellationToken);
                foreach (var (question, turn) in _turns)
                {
                    if (turn.Decision != "send" && handed.Add(question)) await hand(question);
                }

                await Task.Delay(Between, time, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The demo is over.
        }
    }

    private async Task LookAtTurnsAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var turn in (await worker.Control.TurnsAsync(500, cancellationToken)).Reverse())
            {
                // {account}:question:{question}
                _sales.Saw(turn);
                _claims.Saw(turn);
                if (turn.Activity.Split(':') is [_, "question", var id] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var question)) _turns[question] = turn;
            }
        }
        catch (HttpRequestException)
        {
            // The worker is down for the moment: that is part of the show.
        }
    }

    private async Task<DemoSummary> JudgeAsync(CancellationToken cancellationToken)
    {
        var questions = await simulator.QuestionsAsync(cancellationToken);
        foreach (var question in questions.Where(q => !_told.Contains(q.Id)))
        {
            _told.Add(question.Id);
            var told = await ReadAsync(question, cancellationToken);
            if (question.Answer is null) view.Open(told);
            else view.Answered(told);
        }

        await _sales.TellAsync(cancellationToken, all: true);
        await _claims.TellAsync(cancellationToken);
        return DemoJudge.Judge(
            questions, await simulator.ThreadsAsync(cancellationToken), [.. (await simulator.ClaimsAsync(cancellationToken)).Select(shown => shown.Claim)], await simulator.JournalAsync(cancellationToken), await simulator.NoticesAsync(cancellationToken), _crashes, time.GetElapsedTime(_started));
    }
}
