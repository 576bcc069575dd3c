using System.Text;
using MeliBot.Adapter.Outbound.Sending;

namespace MeliBot.Adapter.Tests.Outbound.Sending;

public sealed class FileRulesTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0];
    private static readonly byte[] Pdf = "%PDF-1.7"u8.ToArray();

    private static SendCause? Check(string name, byte[] head, long? size = null) => FileRules.Check(new OutgoingFile(name, size ?? head.Length, head))?.Cause;

    [Fact]
    public void The_four_kinds_that_the_platform_takes_pass()
    {
        Check("foto.JPG", Jpeg).ShouldBeNull();
        Check("foto.jpeg", Jpeg).ShouldBeNull();
        Check("foto.png", Png).ShouldBeNull();
        Check("nota.pdf", Pdf).ShouldBeNull();
        Check("leiame.txt", Encoding.UTF8.GetBytes("Olá")).ShouldBeNull();
    }

    [Theory]
    [InlineData("programa.exe")]
    [InlineData("foto.gif")]
    [InlineData("foto")]
    [InlineData("nota.pdf.html")]
    public void Other_kinds_are_told_before_anything_is_uploaded(string name) => Check(name, Pdf).ShouldBe(SendCause.FileTypeNotAllowed);

    [Fact]
    public void A_file_is_what_it_holds_and_not_what_it_is_called()
    {
        Check("foto.png", Jpeg).ShouldBe(SendCause.FileForged);
        Check("nota.pdf", "MZ\u0090\0"u8.ToArray()).ShouldBe(SendCause.FileForged);
        Check("leiame.txt", "MZ\u0090\u0003"u8.ToArray()).ShouldBe(SendCause.FileForged);
        Check("leiame.txt", [1, 0, 2]).ShouldBe(SendCause.FileForged);
        Check("leiame.txt", Pdf).ShouldBe(SendCause.FileForged);
    }

    [Theory]
    [InlineData(0, SendCause.FileEmpty)]
    [InlineData(26L * 1024 * 1024, SendCause.FileTooLarge)]
    public void Empty_and_too_large_files_have_their_reasons(long size, SendCause cause) => Check("nota.pdf", Pdf, size).ShouldBe(cause);

    [Fact]
    public void Exactly_25_MB_passes() => Check("nota.pdf", Pdf, 25L * 1024 * 1024).ShouldBeNull();

    [Theory]
    [InlineData("a/b.pdf")]
    [InlineData("a\\b.pdf")]
    [InlineData("")]
    public void Names_that_the_platform_refuses_are_told(string name) => Check(name, Pdf).ShouldBe(SendCause.FileNameTooLong);

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var files = Enumerable.Range(0, 26).Select(n => new OutgoingFile($"{n}.pdf", n == 3 ? 0 : 8, Pdf)).ToList();
        FileRules.Check(files, isFirst: true).Select(block => block.Cause).ShouldBe([SendCause.FirstMessageWithoutFiles, SendCause.TooManyFiles, SendCause.FileEmpty]);
        FileRules.Check([], isFirst: true).ShouldBeEmpty();
    }
}
