using System.CommandLine;
using System.Globalization;
using MeliBot.Crash.Tests.Stage;
using MeliBot.Delivery.Leases;
using MeliBot.Delivery.Records;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Running;

/// <summary>One of T6's processes: at every line that it reads it uses every account's token at once, and writes how many calls went well.</summary>
internal static class TokenClientCommand
{
    public const string Name = "token-client";

    public static Command Create()
    {
        var arguments = new Argument<string[]>("bridge platform client secret redirect account...");
        var command = new Command(Name, "Started by T6.") { arguments };
        command.Hidden = true;
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(arguments)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] given, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(given[0]) };
        var bridge = new TokenBridge.Client(http);
        await using var services = TokenStage.Services(
            new Uri(given[1]),
            long.Parse(given[2], CultureInfo.InvariantCulture),
            given[3],
            given[4],
            null,
            own =>
            {
                own.AddSingleton<IRecordStore>(bridge);
                own.AddSingleton<ILeaseStore>(bridge);
            });
        var client = services.GetRequiredService<IMercadoLibreClient>();
        // A host's start reads the key ring once. Without it hundreds of first calls would each block a thread until it is read.
        services.GetRequiredService<IDataProtectionProvider>().CreateProtector("warm").Protect("");
        var accounts = given[5..].Select(account => long.Parse(account, CultureInfo.InvariantCulture)).ToArray();
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync(cancellationToken) is not null)
        {
            var failures = await Task.WhenAll(accounts.Select(account => TryAsync(client, account, cancellationToken)));
            Console.WriteLine(string.Join(';', failures.OfType<string>()));
        }

        return 0;
    }

    private static async Task<string?> TryAsync(IMercadoLibreClient client, long account, CancellationToken cancellationToken)
    {
        try
        {
            await client.For(account).Users.MeAsync(cancellationToken);
            return null;
        }
        catch (MercadoLibreException e)
        {
            return $"{account}: {e.Error.Kind} {e.Error.Message}".Replace(';', ',');
        }
    }
}
