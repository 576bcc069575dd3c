using MeliBot.Adapter.Accounts;
using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Inbox.Designing;
using MeliBot.MercadoLibre;

namespace MeliBot.Bot.Rehearsal;

/// <summary>The inbox's console: rehearses on the playbook that answers now, by this host's settings.</summary>
internal sealed class HostConsole(PlaybookSource playbooks, IFactSource facts, AccountStore accounts, IConfiguration configuration) : IDialogConsole
{
    public PlaybookStanding Playbook
    {
        get
        {
            if (playbooks.Status is null) playbooks.Begin(CancellationToken.None);
            var status = playbooks.Status!;
            return new PlaybookStanding(
                status.Folder, status.LiveVersion, status.ReadAt, status.IsBroken, status.IsLearning,
                [.. status.Diagnostics.Select(problem => new PlaybookProblem(problem.Source.ToString(), problem.Severity == Severity.Error, problem.ToString()))]);
        }
    }

    public async Task<ConsoleReply> TryAsync(ConsoleQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        try
        {
            return await SceneAsync(question, cancellationToken) switch
            {
                (null, var problem) => new ConsoleReply.Failed(problem),
                (var scene, _) => await RunAsync(scene, cancellationToken),
            };
        }
        catch (FormatException e)
        {
            return new ConsoleReply.Failed(ConsoleProblem.ItemNotUnderstood, e.Message);
        }
        catch (MercadoLibreException e)
        {
            return new ConsoleReply.Failed(ConsoleProblem.ItemNotRead, $"{e.Error.Message} {e.Error.WhatToDo}".Trim());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new ConsoleReply.Failed(ConsoleProblem.BotFailed, e.Message);
        }
    }

    private async Task<(Scene? Scene, ConsoleProblem Problem)> SceneAsync(ConsoleQuestion question, CancellationToken cancellationToken)
    {
        var scene = new Scene
        {
            Text = question.Text,
            Before = question.Before,
            Locale = question.Locale,
            At = question.At,
            Account = question.Account ?? Scene.NoAccount,
            Facts = question.Account is null ? null : facts,
        };
        if (question.ItemJson is { } json) return (scene with { Listing = ListingJson.Parse(json, question.At) }, default);
        var linked = question.Account is { } id ? await accounts.FindAsync(id, cancellationToken) : null;
        if (question.Item is { } item)
        {
            if (linked is null) return (null, ConsoleProblem.NoAccount);
            // Read here so that a slip in its id is told; the turn then shares this reading.
            if (await facts.ItemAsync(new FactRequest(linked.UserId, linked.SiteId, item), cancellationToken) is null) return (null, ConsoleProblem.NoSuchItem);
            return (scene with { ReadItem = item }, default);
        }

        return (scene with { HomeSite = linked?.SiteId }, default);
    }

    private async Task<ConsoleReply> RunAsync(Scene scene, CancellationToken cancellationToken)
    {
        var live = playbooks.Current;
        using var stage = new RehearsalStage(live.Playbook, () => live.Model, () => live.AfterSale, () => live.InClaims, services => services.AddSingleton(configuration).AddSingleton(accounts));
        var rehearsed = await stage.RunAsync(scene, cancellationToken);
        return new ConsoleReply.Said(
            $"{live.Playbook.Name} {live.Playbook.Version}",
            rehearsed.Trace,
            [.. rehearsed.Segments.Select(segment => new HeardSegment(segment.Text, segment.Intent, segment.Score))],
            [.. rehearsed.Slots.Select(slot => new HeardSlot(slot.Name, slot.Values))]);
    }
}
