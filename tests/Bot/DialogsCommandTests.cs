using System.Text.Json;

namespace MeliBot.Bot.Tests;

/// <summary>What bot designers do in a terminal.</summary>
public sealed class DialogsCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("melibot-dialogs-");

    [Fact]
    public async Task A_new_playbook_is_good_and_one_mistake_is_told_with_its_place()
    {
        var made = await RunAsync("new", "shop");
        made.ExitCode.ShouldBe(0, made.Error);
        made.Lines.ShouldContain("shop/playbook.yaml");
        (await RunAsync("check", "shop")).ExitCode.ShouldBe(0);

        await File.AppendAllTextAsync(Path.Combine(_folder.FullName, "shop", "replies", "gift_wrap.yaml"), "  - say: \"{{ item.titel }}\"\n", TestContext.Current.CancellationToken);
        var check = await RunAsync("check", "shop");
        check.ExitCode.ShouldBe(1);
        check.Out.ShouldContain("replies/gift_wrap.yaml:22:14: error PB203: there is no variable \"item.titel\"");

        using var json = JsonDocument.Parse((await RunAsync("check", "shop", "--json")).Out);
        json.RootElement.GetProperty("ok").GetBoolean().ShouldBeFalse();
        var told = json.RootElement.GetProperty("diagnostics").EnumerateArray().First(d => d.GetProperty("code").GetString() == "PB203");
        (told.GetProperty("file").GetString(), told.GetProperty("line").GetInt32(), told.GetProperty("column").GetInt32(), told.GetProperty("endColumn").GetInt32()).ShouldBe(("replies/gift_wrap.yaml", 22, 14, 24));
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_never_written_over()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "mine.txt"), "mine", TestContext.Current.CancellationToken);
        var run = await RunAsync("new", ".");
        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("isn't empty");
    }

    [Fact]
    public async Task A_phone_number_in_a_text_is_told_before_any_buyer_reads_it()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "playbook.yaml"), "playbook: shop\nvoices: [MLA]\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "texts.yaml"), "call: \"Escribinos al whatsapp 11 5555-4444\"\n", TestContext.Current.CancellationToken);
        (await RunAsync("check")).Out.ShouldContain("error PB305: the guard \"phone\" would hold the text \"call\"");
    }

    [Fact]
    public async Task What_is_learnt_of_whole_answers_finds_no_fault_with_a_part_of_one()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "playbook.yaml"), "playbook: shop\nvoices: [MLA, MLB]\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "texts.yaml"), "bye: { es: \"¡Que tengas un buen día!\", pt: \"Qual você procura?\" }\n", TestContext.Current.CancellationToken);
        (await RunAsync("check")).Out.ShouldNotContain("PB305");
    }

    [Fact]
    public async Task The_shipped_playbook_can_be_checked_and_drawn()
    {
        (await RunAsync("check", "shipped")).ExitCode.ShouldBe(0);
        var graph = await RunAsync("graph", "shipped");
        graph.ExitCode.ShouldBe(0);
        graph.Out.ShouldStartWith("flowchart LR");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_an_error_of_its_own()
    {
        var run = await RunAsync("check", "nowhere");
        run.ExitCode.ShouldBe(1);
        run.Out.ShouldContain("PB001: there is no such folder");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Task<ConsoleRun> RunAsync(params string[] arguments) => ConsoleRun.OfAsync(["dialogs", .. arguments], folder: _folder.FullName);
}
