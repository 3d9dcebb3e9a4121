import type { Album } from '../support/album.ts';
import { equipmentId } from '../support/equipment-lines.ts';

/** The register of equipment and its dialogs. */
export async function walkEquipment(album: Album): Promise<void> {
  const { page, words } = album;
  const { equipment } = words;
  const detail = page.getByTestId('equipment-detail');
  const giveUp = async () => {
    await page.getByRole('dialog').getByRole('button', { name: words.common.cancel }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };
  await album.open(`/equipment?id=${equipmentId(4)}`);
  await page.getByTestId('equipment-history').getByText(equipment.begun).waitFor();
  await album.take('equipment');
  await album.takeAs('equipment-dark', { dark: true });
  await album.takeAs('equipment-small', { small: true });
  await page.getByRole('button', { name: equipment.add }).click();
  await page.getByTestId('add-equipment').getByRole('combobox').first().fill('nhiet ke');
  await page.getByRole('option').first().waitFor();
  await album.take('equipment-add');
  await page.keyboard.press('Escape');
  await page.getByTestId('add-equipment').getByRole('button', { name: equipment.save, exact: true }).click();
  await album.take('equipment-add-missing');
  await giveUp();
  await album.open(`/equipment?id=${equipmentId(1)}`);
  await detail.getByRole('heading', { name: 'Nhiệt kế y học' }).waitFor();
  await detail.getByRole('button', { name: words.common.moreActions }).click();
  await page.getByRole('menuitem', { name: equipment.do.writtenOff }).waitFor();
  await album.take('equipment-actions');
  await page.getByRole('menuitem', { name: equipment.do.writtenOff }).click();
  await page.getByTestId('note-event').waitFor();
  await album.take('equipment-write-off');
  await giveUp();
  await detail.getByRole('button', { name: equipment.do.serviced }).click();
  await page.getByTestId('note-event').waitFor();
  await album.take('equipment-service');
  await giveUp();
  await album.open(`/equipment?id=${equipmentId(6)}`);
  await page.getByRole('button', { name: equipment.restore }).waitFor();
  await album.take('equipment-struck-out');
}
