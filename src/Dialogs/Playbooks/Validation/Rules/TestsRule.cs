using System.Text.Json;
using MeliBot.Dialogs.Playbooks.Files;

namespace MeliBot.Dialogs.Playbooks.Validation;

/// <summary>Tests can be run, and can fail.</summary>
internal sealed class TestsRule : IRule
{
    public void Check(CheckContext playbook)
    {
        foreach (var part in playbook.Parts.Tests)
        {
            var (test, item, order, _) = part;
            Claim(playbook, test, part);
            if (test.Order is { } sale && !playbook.Parts.Orders.ContainsKey(sale))
                playbook.Report(NameProblems.Order, order, $"there is no file tests/orders/{sale}", "the test writes about that sale", DidYouMean.Say(sale, playbook.Parts.Orders.Keys) ?? "make it with stage, status and shipment (docs/bot-designers.md), or put Mercado Libre's /orders/ID there");
            if (test is { Order: not null, IsMessage: false })
                playbook.Report(TestProblems.NoSaleYet, order, "a question has no order", "questions are asked before there is a sale", "write \"message:\" instead of \"question:\"");

            if (test.Item is { } file && !playbook.Parts.Items.ContainsKey(file))
                playbook.Report(NameProblems.Item, item, $"there is no file tests/items/{file}", "the test asks about that listing", DidYouMean.Say(file, playbook.Parts.Items.Keys) ?? "put the listing there, as Mercado Libre's /items/ID gives it");
            if (test is { Intents: null, Text: null, Contains.Count: 0, Lacks.Count: 0, Decision: null, Dialog: null, Proposes: null })
                playbook.Report(TestProblems.ChecksNothing, test.Source, "this test checks nothing", "it can never fail", "add intents, text, contains, lacks, dialog, proposes or decision");
        }

        foreach (var (file, bytes) in playbook.Parts.Items) Json(playbook, $"tests/items/{file}", bytes, "listing", "/items/ID");
        foreach (var (file, bytes) in playbook.Parts.Orders) Json(playbook, $"tests/orders/{file}", bytes, "order", "/orders/ID");
    }

    private static void Claim(CheckContext playbook, PlaybookTest test, TestPart part)
    {
        if (test.Claim is { } file && !playbook.Parts.Claims.ContainsKey(file))
            playbook.Report(NameProblems.Claim, part.Claim, $"there is no file tests/claims/{file}", "the test is of a turn of that claim", DidYouMean.Say(file, playbook.Parts.Claims.Keys) ?? "make it with type, stage, reason and actions (docs/bot-designers.md)");
        if (test is { Claim: null, Event: not null } or { Claim: null, From: not null } or { Claim: null, Proposes: not null })
            playbook.Report(TestProblems.OutOfClaim, test.Source, "this test is of a claim, and names none", "events, senders and proposals are those of claims", "add claim: and a file under tests/claims");
        if (test.Claim is not null && (!test.IsMessage || test.Order is not null))
            playbook.Report(TestProblems.OutOfClaim, part.Claim, test.Order is not null ? "a test of a claim takes no order" : "a question has no claim", test.Order is not null ? "the claim's file holds its sale" : "claims come after the sale", test.Order is not null ? "put the order into tests/claims/" + test.Claim + " under order:" : "write \"message:\" or \"event:\" instead of \"question:\"");
        if (test.Dialog is { } dialog && dialog != PlaybookTest.NoDialog && !playbook.Parts.Dialogs.ContainsKey(dialog) && !playbook.MayBeUnread("dialog", dialog))
            playbook.Report(NameProblems.Dialog, part.Dialog, $"there is no dialog \"{dialog}\"", "the test wants it to begin", DidYouMean.Say(dialog, playbook.Parts.Dialogs.Keys) ?? $"make dialogs/{dialog}.yaml, or write {PlaybookTest.NoDialog} where a person must get it");
    }

    private static void Json(CheckContext playbook, string file, byte[] bytes, string what, string address)
    {
        if (!file.EndsWith(".json", StringComparison.Ordinal)) return;
        try
        {
            using var listing = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException e)
        {
            playbook.Report(TestProblems.NotJson, SourceSpan.At(file, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1), "this isn't JSON", e.Message.Split(" LineNumber", 2)[0].TrimEnd('.'), $"save the {what} again, as Mercado Libre's {address} gives it");
        }
    }
}
