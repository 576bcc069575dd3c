using Spectre.Console;

namespace MeliBot.Bot.Demo;

internal sealed class TerminalView(IAnsiConsole console) : IDemoView
{
    public void Note(string text) => console.MarkupLine($"[grey]-- {Markup.Escape(text)}[/]");

    public void Answered(DemoQuestion question)
    {
        Ask(question);
        var who = question.By switch
        {
            "bot" => "[green]bot[/]",
            "agent" => "[yellow]agent[/] (in the inbox)",
            "person" => "[yellow]person[/] (handed over)",
            "elsewhere" => "[blue]seller elsewhere[/]",
            var other => Markup.Escape(other ?? "?"),
        };
        console.MarkupLine($"   {who}: {Markup.Escape(question.Answer ?? "")}");
        if (question.By is "person" or "agent")
        {
            foreach (var reason in question.Reasons) console.MarkupLine($"   [grey]why a person: {Markup.Escape(reason)}[/]");
        }

        console.WriteLine();
    }

    public void Open(DemoQuestion question)
    {
        Ask(question);
        console.MarkupLine("   [red]no answer[/]");
        console.WriteLine();
    }

    public void Said(DemoSaleLine line)
    {
        var who = line.By switch
        {
            "buyer" => $"[bold]{Markup.Escape(line.BuyerName)}[/]",
            "bot" => "   [green]bot[/]",
            "agent" => "   [yellow]agent[/] (in the inbox)",
            _ => "   [blue]seller elsewhere[/]",
        };
        if (line.Reasons.Count > 0)
        {
            console.MarkupLine($"   [yellow]left to a person[/] (sale {line.Sale})");
            foreach (var reason in line.Reasons) console.MarkupLine($"   [grey]why a person: {Markup.Escape(reason)}[/]");
        }
        else
        {
            console.MarkupLine($"{who}, sale {line.Sale}: {Markup.Escape(line.Text)}");
            if (line.Intents.Count > 0) console.MarkupLine($"   [grey]in {Markup.Escape(line.Conversation)}, intents: {Markup.Escape(string.Join(", ", line.Intents))}[/]");
        }

        if (line.By != "buyer" || line.Reasons.Count > 0) console.WriteLine();
    }

    public void Claimed(DemoClaimLine line)
    {
        var said = Markup.Escape(line.Text);
        console.MarkupLine(line.What switch
        {
            "opened" => $"[red]claim {line.Claim}[/] of {Markup.Escape(line.BuyerName)}: {said}",
            "closed" => $"   claim {line.Claim} is closed: {said}, by {Markup.Escape(line.By)}",
            "decided" => $"   [green]bot[/], claim {line.Claim}: {said}",
            _ => $"   {Markup.Escape(line.By)}, claim {line.Claim}: {said}",
        });
        foreach (var reason in line.Reasons) console.MarkupLine($"   [grey]{Markup.Escape(reason)}[/]");
        if (line.What is "decided" or "closed") console.WriteLine();
    }

    public void Summary(DemoSummary summary)
    {
        var table = new Table().AddColumns("", "").HideHeaders();
        Row("questions", summary.Questions);
        Row("answered exactly once", summary.AnsweredOnce);
        Row("  by the bot", summary.ByBot);
        Row("  by a person, handed over", summary.ByPerson);
        Row("  by the seller elsewhere", summary.ByElsewhere);
        Row("lines of buyers after the sale", summary.Lines);
        Row("  replied to by the bot", summary.LinesByBot);
        Row("  left to a person", summary.LinesLeft);
        Row("claims", summary.Claims);
        Row("  written in by the bot", summary.ClaimsByBot);
        Row("  left to a person", summary.ClaimsLeft);
        Row("  acts that cost money, without a person", summary.MoneyActions);
        Row("duplicate notifications delivered", summary.Duplicates);
        Row("429 answers", summary.TooManyRequests);
        Row("crashes of the worker", summary.Crashes);
        table.AddRow("time", $"{summary.Seconds:0.0} s");
        console.Write(table);
        foreach (var violation in summary.Violations) console.MarkupLine($"[yellow]The platform minds: {Markup.Escape(violation)}[/]");
        console.MarkupLine(summary.Ok
            ? "[green]Every question has exactly one answer, no message was sent twice, and nothing that costs money was done.[/]"
            : $"[red]Without exactly one answer, sent twice, sent to whom the stage forbids, or money moved: {string.Join(", ", summary.Wrong)}[/]");

        void Row(string name, int value) => table.AddRow(name, $"{value}");
    }

    private void Ask(DemoQuestion question)
    {
        console.MarkupLine($"[bold]{Markup.Escape(question.BuyerName)}[/] on {Markup.Escape(question.Item)}: {Markup.Escape(question.Text)}");
        var intents = question.Intents.Count == 0 ? "none" : string.Join(", ", question.Intents);
        console.MarkupLine($"   [grey]question {question.Question} in {Markup.Escape(question.Conversation)}, intents: {Markup.Escape(intents)}[/]");
    }
}
