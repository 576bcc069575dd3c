using MeliBot.Bot.Commands;

namespace MeliBot.Bot.Demo;

/// <summary>Sets the demo up, plays it, and takes everything down again.</summary>
/// <param name="playbook">The folder of the playbook that answers; null for the one that comes with the product.</param>
internal sealed class DemoStage(IDemoView view, TimeProvider time, string? playbook = null)
{
    /// <returns>The exit code.</returns>
    public async Task<int> PlayAsync(bool stay, CancellationToken cancellationToken)
    {
        using var folder = new DemoFolder { Keep = true };
        try
        {
            view.Note($"Simulator and bot start; database and logs are in {folder.Path}.");
            var (process, url) = await SimulatorProgram.StartAsync(folder, cancellationToken);
            await using var simulating = process;
            await using var worker = new Worker(folder, playbook);
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = url };
            var simulator = new SimulatorClient(http);
            await PrepareAsync(simulator, worker, cancellationToken);
            if (stay) await OpenInboxAsync(worker, cancellationToken);

            var run = new DemoRun(simulator, worker, view, time);
            var summary = await run.PlayAsync(cancellationToken);
            view.Summary(summary);
            folder.Keep = !summary.Ok;
            if (!summary.Ok) view.Note($"More stands in {folder.File("worker.log")} and {folder.File("simulator.log")}.");
            if (stay)
            {
                if (playbook is not null) view.Note($"Edits of {playbook} count as soon as they are saved; each is told here, with what is wrong with it.");
                view.Note($"Play a buyer at {new Uri(url, "play")}; what the bot leaves to a person waits for you at {worker.Inbox} (Ctrl+C ends everything).");
                await run.StayAsync(cancellationToken);
            }

            return summary.Ok ? 0 : 1;
        }
        catch (DemoException failure)
        {
            throw new CommandException("The demo doesn't work.", failure.Message, $"Look at {failure.LogFile ?? folder.Path}.", 1, failure);
        }
        catch (HttpRequestException e)
        {
            throw new CommandException("The demo doesn't work.", $"One of its programs can't be reached: {e.Message}", $"Look at the logs in {folder.Path}.", 1, e);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            folder.Keep = false;
            return stay ? 0 : 130;
        }
    }

    private async Task OpenInboxAsync(Worker worker, CancellationToken cancellationToken)
    {
        var signIn = new DemoSignIn();
        await signIn.AcceptAsync(await worker.WelcomeAsync(cancellationToken), cancellationToken);
        view.Note($"The inbox is at {worker.Inbox}: sign in as {DemoSignIn.Name} with {signIn.Password}.");
    }

    private async Task PrepareAsync(SimulatorClient simulator, Worker worker, CancellationToken cancellationToken)
    {
        var application = await simulator.CreateApplicationAsync(worker.ClientSecret, worker.Redirect, worker.Callback, cancellationToken);
        await worker.ConfigureAsync(simulator.Url, application.Id, cancellationToken);
        await worker.StartAsync(cancellationToken);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        foreach (var seller in (await simulator.UsersAsync(cancellationToken)).Where(u => u is { Seller: true, OperatorOf: null }))
        {
            await Linking.LinkAsync(worker.Control, browser, seller, cancellationToken);
            view.Note($"{seller.Nickname} ({seller.SiteId}, {seller.Id}) is linked by OAuth.");
        }
    }
}
