using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MeliBot.Deploy.Tests;

/// <summary>What the templates must never let slip.</summary>
public sealed partial class TemplateTests
{
    private readonly Bicep _bicep;

    public TemplateTests(Bicep bicep)
    {
        Bicep.SkipWithout();
        _bicep = bicep;
    }

    private const string Storage = "Microsoft.Storage/storageAccounts";
    private const string Database = "Microsoft.DBforPostgreSQL/flexibleServers";
    private const string Vault = "Microsoft.KeyVault/vaults";
    private const string App = "Microsoft.App/containerApps";
    private const string Role = "Microsoft.Authorization/roleAssignments";

    private IReadOnlyList<Deployment> Both => [_bicep.Dev, _bicep.Prod];

    [Fact]
    public void The_compiler_and_its_linter_say_nothing()
    {
        _bicep.Said.ShouldBe("");
        foreach (var deployment in Both) deployment.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Every_door_asks_for_an_encrypted_connection_of_today()
    {
        foreach (var deployment in Both)
        {
            foreach (var app in deployment.Of(App).Where(app => app["configuration.ingress"] is not null)) app.Say("configuration.ingress.allowInsecure").ShouldBe("false", app.Name);
            var storage = deployment.One(Storage);
            storage.Say("supportsHttpsTrafficOnly").ShouldBe("true");
            storage.Say("minimumTlsVersion").ShouldBe("TLS1_2");
            Setting(deployment, "require_secure_transport").ShouldBe("on");
            Setting(deployment, "ssl_min_protocol_version").ShouldBe("TLSv1.2");
            foreach (var connection in deployment.Of(Vault + "/secrets").Where(secret => secret.Name.Contains("database-", StringComparison.Ordinal)))
                connection.Text.ShouldMatch("SSL Mode=VerifyFull|sslmode=require");
        }
    }

    [Fact]
    public void In_production_database_queues_and_vault_have_no_public_address()
    {
        _bicep.Prod.One(Database).Say("network.publicNetworkAccess").ShouldBe("Disabled");
        _bicep.Prod.Of(Database + "/firewallRules").ShouldBeEmpty();
        _bicep.Prod.One(Storage).Say("publicNetworkAccess").ShouldBe("Disabled");
        _bicep.Prod.One(Vault).Say("publicNetworkAccess").ShouldBe("Disabled");
        _bicep.Prod.Of("Microsoft.Network/privateEndpoints").Count.ShouldBe(2);
    }

    [Fact]
    public void Only_ingress_and_inbox_are_reached_from_outside()
    {
        foreach (var deployment in Both)
            deployment.Of(App).Where(app => app.Say("configuration.ingress.external") == "true").Select(app => app.Name.Split('-')[^1]).Order().ShouldBe(["inbox", "ingress"]);
    }

    [Fact]
    public void Nobody_has_a_key_where_an_identity_does()
    {
        foreach (var deployment in Both)
        {
            deployment.One(Storage).Say("allowSharedKeyAccess").ShouldBe("false");
            deployment.One(Vault).Say("enableRbacAuthorization").ShouldBe("true");
            deployment.One(Vault).Say("enablePurgeProtection").ShouldBe("true");
            deployment.One("Microsoft.ContainerRegistry/registries").Say("adminUserEnabled").ShouldBe("false");
        }

        _bicep.Template.ToJsonString().ShouldNotContain("listKeys(");
        _bicep.Template.ToJsonString().ShouldNotContain("listCredentials(");
    }

    [Fact]
    public void A_secret_is_only_in_the_vault_and_apps_refer_to_it_there()
    {
        foreach (var deployment in Both)
        {
            // The password's reference stands where the server is made; the value of none stands anywhere.
            deployment.Text.ShouldNotContain(Bicep.Secret);
            foreach (var secret in deployment.Of(App).SelectMany(app => app["configuration.secrets"]!.AsArray()))
            {
                secret!["keyVaultUrl"].ShouldNotBeNull();
                secret["value"].ShouldBeNull();
            }
        }

        var secrets = _bicep.Prod.Of(Vault + "/secrets").Select(secret => secret.Name.Split('/')[^1]).Concat(["client-secret-2", "notification-secret-2"]).ToHashSet(StringComparer.Ordinal);
        var settings = Settings().ToList();
        settings.ShouldNotBeEmpty();
        foreach (var (name, value) in settings.Where(setting => IsSecret().IsMatch(setting.Name)))
            secrets.ShouldContain(value, name);
        foreach (var (name, value) in settings.Where(setting => !IsSecret().IsMatch(setting.Name)))
            secrets.ShouldNotContain(value, name);
    }

    [Fact]
    public void No_output_says_a_secret()
    {
        foreach (var (name, output) in Templates(_bicep.Template).SelectMany(template => template["outputs"]?.AsObject() ?? []))
        {
            output!["type"]!.GetValue<string>().ShouldNotStartWith("secure", Case.Insensitive, name);
            output["value"]!.ToString().ShouldNotMatch("(?i)password|secret|connectionstring|certificate|listkeys", name);
        }
    }

    [Fact]
    public void Each_identity_may_do_what_its_work_needs_and_no_more()
    {
        const string Pull = "7f951dda-4ed3-4680-a7ca-43fe172d538d", Read = "4633458b-17de-408a-b874-0445c86b69e6", Send = "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a", Work = "974c5e8b-45b9-4653-ba55-5f855dd0fb88";
        var application = new[] { "client-secret", "database-connection", "database-direct-connection", "key-certificate" };
        foreach (var deployment in Both)
        {
            var rights = deployment.Of(Role).Select(role => (Who: Identity().Match(role.Say("principalId")).Groups["name"].Value, What: role.Say("roleDefinitionId").Split('/')[^1], Where: role.Id.Split("/providers/Microsoft.Authorization")[0])).ToList();
            rights.ShouldAllBe(right => right.Where.Contains("/registries/") || right.Where.Contains("/storageAccounts/") || right.Where.Contains("/secrets/"));
            Of("ingress", Send).ShouldBe([Storage]);
            Of("inbox", Send).ShouldBe([Storage]);
            Of("worker", Work).ShouldBe([Storage]);
            Of("ingress", Read).ShouldBe([.. application, "notification-secret"], ignoreOrder: true);
            Of("worker", Read).ShouldBe([.. application, "database-scaler-connection"], ignoreOrder: true);
            Of("inbox", Read).ShouldBe(application, ignoreOrder: true);
            Of("telemetry", Read).ShouldBe(["insights-connection"]);
            rights.Count(right => right.What == Pull).ShouldBe(3);
            rights.Select(right => right.What).Distinct().ShouldBe([Pull, Read, Send, Work], ignoreOrder: true);

            List<string> Of(string who, string what) => [.. rights.Where(right => right.Who == who && right.What == what).Select(right => right.Where.Contains(Storage, StringComparison.Ordinal) ? Storage : right.Where.Split('/')[^1])];
        }
    }

    [Fact]
    public void A_stop_has_more_time_than_the_work_in_hand_and_the_first_answer_is_waited_for()
    {
        var stop = TimeSpan.Parse(Settings().Single(setting => setting.Name == "Bot__StopWithin").Value, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var app in Both.SelectMany(deployment => new[] { "ingress", "worker", "inbox" }.Select(deployment.App)))
        {
            int.Parse(app.Say("template.terminationGracePeriodSeconds"), System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan((int)stop.TotalSeconds + 10, app.Name);
            app["template.containers.0.probes"]!.AsArray().Select(probe => $"{probe!["type"]} {probe["httpGet"]!["path"]}").ShouldBe(["Startup /health/live", "Liveness /health/live", "Readiness /health/ready"]);
            // A cold start doesn't fit into the time that a notification is given, and sweeps need somebody awake.
            int.Parse(app.Say("template.scale.minReplicas"), System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0, app.Name);
        }
    }

    [Fact]
    public void A_browser_stays_with_the_process_that_draws_its_pages()
    {
        foreach (var deployment in Both) deployment.App("inbox").Say("configuration.ingress.stickySessions.affinity").ShouldBe("sticky");
    }

    [Fact]
    public void Workers_are_scaled_by_every_queue_and_by_open_work_that_the_store_really_has()
    {
        var rules = _bicep.Prod.App("worker")["template.scale.rules"];
        var queues = _bicep.Prod.Of(Storage + "/queueServices/queues").Select(queue => queue.Name.Split('/')[^1]).ToList();
        foreach (var queue in queues.Where(queue => !queue.EndsWith("-poison", StringComparison.Ordinal))) rules!.ToString().ShouldContain(queue);
        queues.ShouldContain(Delivery("QueuePartition", "Poison", queues[0][..^3]));
        queues.ShouldContain(Delivery("QueuePartition", "Name", queues[0][..^3], 15));

        var query = Templates(_bicep.Template).Select(template => template["variables"]?["openWork"]?.ToString()).First(text => text is not null)!;
        var schemas = Directory.EnumerateFiles(Path.Combine(Bicep.Root, "src", "Delivery", "Stores"), "*.sql", SearchOption.AllDirectories).Where(file => file.Contains("Migrations", StringComparison.Ordinal)).GroupBy(file => Path.GetDirectoryName(file)!);
        foreach (var schema in schemas.Select(files => string.Concat(files.Select(File.ReadAllText))))
        {
            foreach (Match part in Counted().Matches(query))
            {
                var table = schema.Split($"CREATE TABLE {part.Groups["table"].Value} (")[1].Split("\n)")[0];
                foreach (var column in new[] { "state", "due" }) table.ShouldContain($"\n    {part.Groups[column].Value} ");
            }
        }
    }

    /// <summary>Every setting of an app: its name in the environment, and the value or the name of the secret as it stands in the template.</summary>
    private IEnumerable<(string Name, string Value)> Settings() => Templates(_bicep.Template)
        .SelectMany(template => template["variables"]?.AsObject() ?? [])
        .Where(variable => variable.Value is JsonObject)
        .SelectMany(variable => variable.Value!.AsObject())
        .Where(setting => setting.Key.Contains("__", StringComparison.Ordinal))
        .Select(setting => (setting.Key, setting.Value!.ToString()));

    internal static IEnumerable<JsonNode> Templates(JsonNode template)
    {
        yield return template;
        var resources = template["resources"] switch
        {
            JsonObject named => named.Select(resource => resource.Value!),
            JsonArray listed => listed.Select(resource => resource!),
            _ => [],
        };
        foreach (var inner in resources.Select(resource => resource["properties"]?["template"]).Where(inner => inner is not null))
        {
            foreach (var nested in Templates(inner!)) yield return nested;
        }
    }

    private static string Setting(Deployment deployment, string name) => deployment.Of(Database + "/configurations").Single(setting => setting.Name.EndsWith("/" + name, StringComparison.Ordinal)).Say("value");

    private static string Delivery(string type, string method, params object[] arguments) =>
        (string)typeof(MeliBot.Delivery.DeliveryOptions).Assembly.GetTypes().Single(found => found.Name == type).GetMethod(method)!.Invoke(null, arguments)!;

    [GeneratedRegex("userAssignedIdentities/[a-z0-9]+-(?<name>[a-z]+)'", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Identity();

    [GeneratedRegex("(Secret|Secrets__\\d+|Password|ConnectionString)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex IsSecret();

    [GeneratedRegex(@"FROM (?<table>\w+) WHERE (?<state>\w+) (?:=|IN) .*? AND (?<due>\w+) <=", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Counted();
}
