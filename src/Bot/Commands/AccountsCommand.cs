using System.CommandLine;
using MeliBot.Bot.Composition;
using MeliBot.Bot.Local;
using Spectre.Console;

namespace MeliBot.Bot.Commands;

internal static class AccountsCommand
{
    public static Command Create()
    {
        var site = new Option<string>("--site") { Description = "The account's country: MLA, MLB, MLM, MLC, MCO, MLU, MPE and so on.", DefaultValueFactory = _ => "MLA" };
        var paste = new Option<bool>("--paste") { Description = "Complete by pasting the address that the browser ended at, instead of waiting for the callback." };
        var account = new Argument<long>("ACCOUNT") { Description = "The account's number, as \"accounts list\" shows it." };
        return new Command("accounts", "Links sellers' accounts, lists them, ends a link.")
        {
            new Command("link", "Links an account: prints where its owner agrees, and completes when the browser comes back.") { site, paste, HostSettings.File }
                .Does((result, cancellationToken) => LinkAsync(Session(result), result.GetRequiredValue(site), result.GetValue(paste), cancellationToken)),
            new Command("list", "Shows the linked accounts.") { HostSettings.File }
                .Does((result, cancellationToken) => ListAsync(Session(result), cancellationToken)),
            new Command("unlink", "Ends an account's link here and at Mercado Libre.") { account, HostSettings.File }
                .Does((result, cancellationToken) => UnlinkAsync(Session(result), result.GetRequiredValue(account), cancellationToken)),
        };
    }

    private static HostSettings Session(ParseResult result) => new(result.GetValue(HostSettings.File));

    private static async Task<int> LinkAsync(HostSettings settings, string site, bool paste, CancellationToken cancellationToken)
    {
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        LinkStarted link;
        try
        {
            link = await session.Control.BeginLinkAsync(site, cancellationToken);
        }
        catch (ArgumentException e)
        {
            throw new CommandException($"\"{site}\" is no site that can be linked.", e.Message, "Name the account's country, for example --site MLB for Brazil.", 1, e);
        }

        Console.WriteLine("Open this address in a browser in which nobody is logged in to Mercado Libre (a private window does), and log in as the account's owner or administrator:");
        Console.WriteLine();
        Console.WriteLine(link.Url.AbsoluteUri);
        Console.WriteLine();
        var result = paste || !session.HostRuns ? await PasteAsync(session, cancellationToken) : await WaitAsync(session, link, cancellationToken);
        if (result.Account is not { } account)
            throw new CommandException("The account isn't linked.", result.Reason ?? "Mercado Libre gave no reason.", result.WhatToDo ?? "Run \"accounts link\" again.");

        Console.WriteLine($"{account.Nickname ?? "The account"} ({account.Id}, {account.Site}) is linked.");
        foreach (var missing in result.Missing) await Console.Error.WriteLineAsync($"Mind: {missing}");
        return 0;
    }

    private static async Task<LinkResult> PasteAsync(ControlSession session, CancellationToken cancellationToken)
    {
        if (!session.HostRuns) Console.WriteLine("No host runs here, so nothing waits at the callback address: the browser will end at a page that may not load. That's fine.");
        Console.WriteLine("Paste the whole address that the browser ended at, and press Enter:");
        var pasted = await Console.In.ReadLineAsync(cancellationToken)
            ?? throw new CommandException("Nothing was pasted.", "The input ended before an address came.", "Run \"accounts link --paste\" again and paste the address.");
        return await session.Control.CompleteLinkAsync(pasted, cancellationToken);
    }

    private static async Task<LinkResult> WaitAsync(ControlSession session, LinkStarted link, CancellationToken cancellationToken)
    {
        Console.WriteLine("Waiting for the browser to come back (Ctrl+C ends the wait; \"accounts link --paste\" does without the callback) ...");
        while (TimeProvider.System.GetUtcNow() < link.ExpiresAt)
        {
            if (await session.Control.AwaitLinkAsync(link.State, cancellationToken) is { } result) return result;
        }

        throw new CommandException(
            "The browser didn't come back in time.",
            $"Nothing reached the callback address until {link.ExpiresAt:HH:mm} UTC.",
            "Check that the application's redirect address leads to this host, or run \"accounts link --paste\".");
    }

    private static async Task<int> ListAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        var accounts = await session.Control.AccountsAsync(cancellationToken);
        if (accounts.Count == 0)
        {
            Console.WriteLine("No account is linked. \"accounts link\" links one.");
            return 0;
        }

        var table = new Table().AddColumns("Account", "Nickname", "Site", "State", "Linked (UTC)");
        foreach (var a in accounts)
            table.AddRow($"{a.Id}", Markup.Escape(a.Nickname ?? ""), a.Site ?? "", Markup.Escape(a.Reason is null ? a.State : $"{a.State}: {a.Reason}"), $"{a.LinkedAt:yyyy-MM-dd HH:mm}");
        Screen.Out.Write(table);
        return 0;
    }

    private static async Task<int> UnlinkAsync(HostSettings settings, long account, CancellationToken cancellationToken)
    {
        await using var session = await ControlSession.OpenAsync(settings, cancellationToken);
        var result = await session.Control.UnlinkAsync(account, cancellationToken);
        if (!result.Found) throw new CommandException($"Account {account} isn't linked.", "No account of this number is stored here.", "\"accounts list\" shows those that are.");
        Console.WriteLine(result.Revoked ? $"Account {account} is unlinked, here and at Mercado Libre." : $"Account {account} is unlinked here.");
        if (result.Advice is { } advice) await Console.Error.WriteLineAsync(advice);
        return 0;
    }
}
