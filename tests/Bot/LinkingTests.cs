using System.Diagnostics;
using System.Net;

namespace MeliBot.Bot.Tests;

public sealed class LinkingTests(ServedBot bot) : IClassFixture<ServedBot>
{
    [Fact]
    public async Task The_terminal_waits_until_the_browser_came_back_to_the_callback()
    {
        using var linking = ConsoleRun.Start(["accounts", "link", "--site", "MLA", "--settings", bot.Worker.SettingsFile]);
        var url = await AddressAsync(linking);
        url.Query.ShouldContain("code_challenge_method=S256");
        url.Query.ShouldContain("state=");

        using var page = await bot.Browser.GetAsync(await bot.AgreeAsync(url, bot.Seller));

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).ShouldContain("TIENDA_UNO");
        var output = await linking.StandardOutput.ReadToEndAsync();
        await linking.WaitForExitAsync();
        linking.ExitCode.ShouldBe(0);
        output.ShouldContain($"TIENDA_UNO ({bot.Seller.Id}, MLA) is linked.");
        (await bot.RunAsync(null, "accounts", "list")).Out.ShouldContain("TIENDA_UNO");
    }

    [Fact]
    public async Task A_pasted_address_links_too_and_unlinking_ends_it_at_the_platform()
    {
        var run = await PasteAsync(async url => (await bot.AgreeAsync(url, bot.OtherSeller)).AbsoluteUri);
        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain($"LOJA_DOIS ({bot.OtherSeller.Id}, MLB) is linked.");

        var unlinked = await bot.RunAsync(null, "accounts", "unlink", $"{bot.OtherSeller.Id}");
        unlinked.ExitCode.ShouldBe(0, unlinked.Error);
        unlinked.Out.ShouldContain("at Mercado Libre");
        bot.Simulator.World.Journal.Accepted("revoke").ShouldNotBeEmpty();
        (await bot.RunAsync(null, "accounts", "list")).Out.ShouldNotContain("LOJA_DOIS");
        (await bot.RunAsync(null, "accounts", "unlink", $"{bot.OtherSeller.Id}")).Error.ShouldContain("isn't linked");
    }

    [Fact]
    public async Task An_address_works_once()
    {
        Uri? used = null;
        (await PasteAsync(async url => (used = await bot.AgreeAsync(url, bot.Seller)).AbsoluteUri)).ExitCode.ShouldBe(0);

        using var again = await bot.Browser.GetAsync(used);

        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await again.Content.ReadAsStringAsync()).ShouldContain("Begin linking again");
    }

    [Theory]
    [InlineData("hello", "code=")]
    [InlineData("http://127.0.0.1/oauth/callback?code=TG-1-2&state=forged", "Begin linking again")]
    public async Task What_is_no_answer_of_this_request_is_refused_with_what_to_do(string pasted, string advice)
    {
        var run = await PasteAsync(_ => Task.FromResult(pasted));

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("isn't linked");
        run.Error.ShouldContain(advice);
    }

    [Fact]
    public async Task An_operator_is_told_that_the_owner_must_agree()
    {
        var run = await PasteAsync(async url => (await bot.AgreeAsync(url, bot.Operator)).AbsoluteUri);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("owner or administrator");
    }

    [Fact]
    public async Task No_token_code_or_secret_shows_in_output_log_or_database()
    {
        string? code = null;
        var run = await PasteAsync(async url =>
        {
            var back = await bot.AgreeAsync(url, bot.Seller);
            code = System.Web.HttpUtility.ParseQueryString(back.Query)["code"];
            return back.AbsoluteUri;
        });
        run.ExitCode.ShouldBe(0, run.Error);

        var secrets = bot.Simulator.World.Journal.Calls.Count > 0 ? new[] { code!, bot.Worker.ClientSecret, "APP_USR-" } : [];
        secrets.ShouldNotBeEmpty();
        foreach (var secret in secrets)
        {
            run.Error.ShouldNotContain(secret);
            (await File.ReadAllTextAsync(bot.Log)).ShouldNotContain(secret);
            foreach (var file in Directory.GetFiles(Path.GetDirectoryName(bot.Worker.Database)!, "melibot.db*").Where(f => !f.EndsWith(".sock", StringComparison.Ordinal) && !f.EndsWith(".lock", StringComparison.Ordinal)))
                Contains(file, secret).ShouldBeFalse(file);
        }
    }

    [Fact]
    public async Task The_local_interface_is_not_there_for_the_network()
    {
        foreach (var path in new[] { "local/accounts", "local/turns?max=5", "local/parked" })
        {
            using var response = await bot.Browser.GetAsync(new Uri(bot.Worker.Url, path));
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task Health_says_live_and_ready()
    {
        (await bot.Browser.GetStringAsync(new Uri(bot.Worker.Url, "health/live"))).ShouldBe("Healthy");
        (await bot.Browser.GetStringAsync(new Uri(bot.Worker.Url, "health/ready"))).ShouldBe("Healthy");
    }

    [Fact]
    public async Task A_second_host_on_the_same_database_refuses_to_start()
    {
        var run = await bot.RunAsync(null, "serve");

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("runs on this database already");
    }

    private async Task<ConsoleRun> PasteAsync(Func<Uri, Task<string>> browse)
    {
        using var linking = ConsoleRun.Start(["accounts", "link", "--site", "MLA", "--paste", "--settings", bot.Worker.SettingsFile]);
        var pasted = await browse(await AddressAsync(linking));
        await linking.StandardInput.WriteLineAsync(pasted);
        linking.StandardInput.Close();
        var (output, error) = (await linking.StandardOutput.ReadToEndAsync(), await linking.StandardError.ReadToEndAsync());
        await linking.WaitForExitAsync();
        return new ConsoleRun(linking.ExitCode, output, error);
    }

    private static async Task<Uri> AddressAsync(Process linking)
    {
        while (await linking.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("http", StringComparison.Ordinal)) return new Uri(line);
        }

        throw new InvalidOperationException(await linking.StandardError.ReadToEndAsync());
    }

    private static bool Contains(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(text)) >= 0;
    }
}
