using System.Security.Cryptography;

namespace MeliBot.MercadoLibre.Tests;

public sealed class ClaimFileTests
{
    private const long Claim = 5250000001;
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task A_file_goes_up_where_its_use_is_and_either_spelling_of_its_name_comes_back()
    {
        var received = new List<(string Path, string Name, string? Type, long Length)>();
        await using var platform = await FakePlatform.StartAsync(async (context, n) =>
        {
            var file = (await context.Request.ReadFormAsync(_none)).Files.GetFile("file")!;
            received.Add((context.Request.Path, file.FileName, file.ContentType, file.Length));
            await context.JsonAsync(n == 1 ? """{"user_id":7,"filename":"7_a.png"}""" : """{"user_id":7,"file_name":"7_b.pdf"}""");
        });
        await using var test = await new TestClient(platform).LinkedAsync();
        var bytes = RandomNumberGenerator.GetBytes(3_000);

        (await test.Me.ClaimFiles.UploadAsync(Claim, "foto-1.PNG", bytes, _none)).Key.ShouldBe("7_a.png");
        (await test.Me.ClaimFiles.UploadOfEvidenceAsync(Claim, "nota.pdf", bytes, _none)).Key.ShouldBe("7_b.pdf");
        (await test.Me.ClaimFiles.UploadOfReturnAsync(Claim, "caja.jpeg", bytes, _none)).Key.ShouldBe("7_b.pdf");

        received.ShouldBe(
        [
            ("/post-purchase/v1/claims/5250000001/attachments", "foto-1.PNG", "image/png", 3_000),
            ("/post-purchase/v1/claims/5250000001/attachments-evidences", "nota.pdf", "application/pdf", 3_000),
            ("/post-purchase/v1/claims/5250000001/returns/attachments", "caja.jpeg", "image/jpeg", 3_000),
        ]);
    }

    [Theory]
    [InlineData("foto 1.png", 10)]
    [InlineData("fóto.png", 10)]
    [InlineData("../a.png", 10)]
    [InlineData(".png", 10)]
    [InlineData("a.gif", 10)]
    [InlineData("png", 10)]
    [InlineData("a.png", 0)]
    [InlineData("a.png", ClaimFiles.MaxBytes + 1)]
    [InlineData("", 10)]
    public async Task What_the_platform_would_refuse_is_refused_before_anything_is_sent(string name, int bytes)
    {
        await using var platform = await FakePlatform.StartAsync();
        await using var test = await new TestClient(platform).LinkedAsync();

        (await Should.ThrowAsync<ArgumentException>(() => test.Me.ClaimFiles.UploadAsync(Claim, name, new byte[bytes], _none))).Message.ShouldContain("Nothing was sent.");
        ClaimFiles.Refusal(name, bytes).ShouldNotBeNull();
        platform.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void The_largest_file_and_the_longest_name_are_taken()
    {
        ClaimFiles.Refusal("a.png", ClaimFiles.MaxBytes).ShouldBeNull();
        ClaimFiles.Refusal($"{new string('a', ClaimFiles.MaxName - 4)}.pdf", 1).ShouldBeNull();
        ClaimFiles.Refusal($"{new string('a', ClaimFiles.MaxName - 3)}.pdf", 1).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_file_comes_down_as_it_is_with_what_is_known_of_it()
    {
        await using var platform = await FakePlatform.StartAsync((context, _) => context.Request.Path.Value!.EndsWith("/download", StringComparison.Ordinal)
            ? context.Response.Body.WriteAsync(new byte[] { 1, 2, 3 }).AsTask()
            : context.JsonAsync("""{"filename":"a.jpeg","original_filename":"<b>.jpeg","size":3,"date_created":"2024-04-12T08:16:16","type":"image/jpeg"}"""));
        await using var test = await new TestClient(platform).LinkedAsync();

        var info = await test.Me.ClaimFiles.InfoAsync(Claim, "a.jpeg", _none);
        (await test.Me.ClaimFiles.DownloadAsync(Claim, "a.jpeg", _none)).ToArray().ShouldBe([1, 2, 3]);
        (await test.Me.ClaimFiles.DownloadOfEvidenceAsync(Claim, "a.jpeg", _none)).Length.ShouldBe(3);

        info.DateCreated.ShouldBe(new DateTimeOffset(2024, 4, 12, 8, 16, 16, TimeSpan.Zero));
        platform.Requests.Select(r => r.Target).ShouldBe(
        [
            "/post-purchase/v1/claims/5250000001/attachments/a.jpeg",
            "/post-purchase/v1/claims/5250000001/attachments/a.jpeg/download",
            "/post-purchase/v1/claims/5250000001/attachments-evidences/a.jpeg/download",
        ]);
    }

    [Theory]
    [InlineData("../../users/me")]
    [InlineData("a.png?x=y")]
    [InlineData("a/b.png")]
    public async Task A_name_that_would_lead_elsewhere_is_never_asked_for(string name)
    {
        await using var platform = await FakePlatform.StartAsync();
        await using var test = await new TestClient(platform).LinkedAsync();

        await Should.ThrowAsync<ArgumentException>(() => test.Me.ClaimFiles.DownloadAsync(Claim, name, _none));
        await Should.ThrowAsync<ArgumentException>(() => test.Me.ClaimFiles.InfoAsync(Claim, name, _none));
        platform.Requests.ShouldBeEmpty();
    }
}
