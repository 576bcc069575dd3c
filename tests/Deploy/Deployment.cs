using System.Text.Json.Nodes;

namespace MeliBot.Deploy.Tests;

/// <summary>What a deployment makes, resource by resource.</summary>
public sealed class Deployment(JsonNode snapshot)
{
    public static readonly Deployment None = new(new JsonObject { ["predictedResources"] = new JsonArray(), ["diagnostics"] = new JsonArray() });

    public string Text => snapshot.ToJsonString();

    public IReadOnlyList<string> Diagnostics => [.. snapshot["diagnostics"]!.AsArray().Select(node => node!.ToJsonString())];

    public IReadOnlyList<Resource> Resources { get; } = [.. snapshot["predictedResources"]!.AsArray().Select(node => new Resource(node!))];

    public IReadOnlyList<Resource> Of(string type) => [.. Resources.Where(resource => resource.Type == type)];

    public Resource One(string type) => Of(type).ShouldHaveSingleItem();

    public Resource App(string name) => Of("Microsoft.App/containerApps").Single(app => app.Name.EndsWith("-" + name, StringComparison.Ordinal));
}

public sealed class Resource(JsonNode node)
{
    public string Type => node["type"]!.GetValue<string>();

    public string Name => node["name"]!.GetValue<string>();

    public string Id => node["id"]?.GetValue<string>() ?? "";

    public string Text => node.ToJsonString();

    /// <summary>A property by its path, for example <c>network.publicNetworkAccess</c>; null when it isn't there.</summary>
    public JsonNode? this[string path] => path.Split('.').Aggregate(node["properties"], (at, name) => int.TryParse(name, out var index) ? at?.AsArray()[index] : at?[name]);

    public string Say(string path) => this[path]?.ToString() ?? "";
}
